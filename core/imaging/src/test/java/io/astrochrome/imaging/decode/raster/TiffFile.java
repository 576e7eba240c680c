package io.astrochrome.imaging.decode.raster;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** Puts a baseline TIFF of one uncompressed strip together, of any kind of numbers. */
public final class TiffFile {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int UNDEFINED = 7;

    private final ByteOrder order;
    private final byte[] pixels;
    private final Map<Integer, Integer> numbers = new TreeMap<>();
    private byte[] profile = {};

    /**
     * A grey or colour picture.
     *
     * @param sampleFormat 1 unsigned, 2 signed, 3 floating
     * @param pixels in {@code order}, a pixel's samples together
     */
    public TiffFile(ByteOrder order, int width, int height, int samples, int bits, int sampleFormat, byte[] pixels) {
        this.order = order;
        this.pixels = pixels;
        numbers.put(TiffDirectory.WIDTH, width);
        numbers.put(TiffDirectory.HEIGHT, height);
        numbers.put(TiffDirectory.BITS_PER_SAMPLE, bits);
        numbers.put(259, 1);
        numbers.put(TiffDirectory.PHOTOMETRIC, samples == 1 ? 1 : 2);
        numbers.put(TiffDirectory.SAMPLES_PER_PIXEL, samples);
        numbers.put(TiffDirectory.ROWS_PER_STRIP, height);
        numbers.put(TiffDirectory.STRIP_BYTES, pixels.length);
        numbers.put(TiffDirectory.STRIP_OFFSETS, 0);
        numbers.put(TiffDirectory.SAMPLE_FORMAT, sampleFormat);
    }

    /** With a field of one number. */
    public TiffFile with(int tag, int value) {
        numbers.put(tag, value);
        return this;
    }

    /** With a colour profile. */
    public TiffFile profile(byte[] bytes) {
        profile = bytes;
        numbers.put(TiffDirectory.ICC_PROFILE, 0);
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        int samples = numbers.get(TiffDirectory.SAMPLES_PER_PIXEL);
        int directory = 8 + 2 + 12 * numbers.size() + 4;
        int repeated = directory;
        int profileAt = repeated + 4 * samples;
        int pixelsAt = (profileAt + profile.length + 15) / 16 * 16;
        numbers.put(TiffDirectory.STRIP_OFFSETS, pixelsAt);
        ByteBuffer file = ByteBuffer.allocate(pixelsAt + pixels.length).order(order);
        file.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'))
                .put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) numbers.size());
        numbers.forEach((tag, value) -> {
            boolean perSample = (tag == TiffDirectory.BITS_PER_SAMPLE || tag == TiffDirectory.SAMPLE_FORMAT);
            file.putShort(tag.shortValue());
            if (tag == TiffDirectory.ICC_PROFILE) {
                file.putShort((short) UNDEFINED).putInt(profile.length).putInt(profileAt);
            } else if (perSample && samples == 2) {
                file.putShort((short) SHORT)
                        .putInt(2)
                        .putShort(value.shortValue())
                        .putShort(value.shortValue());
            } else if (perSample && samples > 1) {
                int at = repeated + (tag == TiffDirectory.SAMPLE_FORMAT ? 2 * samples : 0);
                file.putShort((short) SHORT).putInt(samples).putInt(at);
                for (int i = 0; i < samples; i++) {
                    file.putShort(at + 2 * i, value.shortValue());
                }
            } else if (perSample) {
                file.putShort((short) SHORT)
                        .putInt(1)
                        .putShort(value.shortValue())
                        .putShort((short) 0);
            } else {
                file.putShort((short) LONG).putInt(1).putInt(value);
            }
        });
        file.putInt(0);
        file.position(profileAt).put(profile);
        file.position(pixelsAt).put(pixels);
        return file.array();
    }
}
