package io.astrochrome.imaging.decode;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file as its format's reader wants it: itself, or, where gzip packed it as archives do with FITS, unpacked beside other
 * temporary files, never longer than the limit. Closing deletes what was unpacked.
 */
record UnpackedFile(SourceFile source, boolean temporary) implements AutoCloseable {
    private static final String PREFIX = "astrochrome-";
    private static final String SUFFIX = ".unpacked";
    private static final int COPY_BYTES = 1 << 16;
    /** RFC 1952: the magic number, and deflate. */
    private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};

    static boolean isNamedSo(String fileName) {
        return fileName.startsWith(PREFIX) && fileName.endsWith(SUFFIX);
    }

    static UnpackedFile of(SourceFile source, Path folder) throws RejectionException, IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(source.path())) {
            first = in.readNBytes(GZIP.length);
        }
        return isPacked(first) ? unpacked(source, folder) : new UnpackedFile(source, false);
    }

    /** The first bytes of what the bytes pack; themselves where they pack nothing. */
    static byte[] firstBytes(byte[] packed) {
        if (!isPacked(packed)) {
            return packed;
        }
        byte[] first = new byte[FrameDecoder.SNIFF_BYTES];
        int length = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            for (int next = in.read(); next >= 0 && length < first.length; next = in.read()) {
                first[length++] = (byte) next;
            }
        } catch (IOException e) {
            // It goes on where these bytes end; what came before is enough.
        }
        return first;
    }

    private static boolean isPacked(byte[] bytes) {
        return bytes.length >= GZIP.length && bytes[0] == GZIP[0] && bytes[1] == GZIP[1] && bytes[2] == GZIP[2];
    }

    private static UnpackedFile unpacked(SourceFile source, Path folder) throws RejectionException, IOException {
        Path file = created(source, folder);
        try {
            long size = unpack(source, file);
            return new UnpackedFile(new SourceFile(file, source.name(), size, source.limits()), true);
        } catch (RejectionException | IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static Path created(SourceFile source, Path folder) {
        try {
            return Files.createTempFile(folder, PREFIX, SUFFIX);
        } catch (IOException e) {
            throw new LocalFaultException(source.name() + " cannot be unpacked now: " + FileTrouble.of(e), e);
        }
    }

    private static long unpack(SourceFile source, Path file) throws RejectionException, IOException {
        long size = 0;
        byte[] buffer = new byte[COPY_BYTES];
        try (InputStream packed = Files.newInputStream(source.path());
                InputStream in = new GZIPInputStream(packed, COPY_BYTES);
                OutputStream out = new LocalOutput(Files.newOutputStream(file), source.name())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > source.limits().maxBytes()) {
                    throw source.rejection(
                            RejectionReason.TOO_MANY_BYTES,
                            "has more bytes, unpacked, than the limit of "
                                    + source.limits().maxBytes());
                }
                out.write(buffer, 0, read);
            }
        } catch (EOFException e) {
            // Where only gzip's trailer is missing the picture is whole; where more is, its own reader says so.
            return size;
        }
        return size;
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(source.path());
        }
    }

    /** What goes wrong with it is never the frame's fault. */
    private static final class LocalOutput extends FilterOutputStream {
        private final String name;

        LocalOutput(OutputStream file, String name) {
            super(file);
            this.name = name;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new LocalFaultException(name + " cannot be unpacked now: " + FileTrouble.of(e), e);
            }
        }
    }
}
