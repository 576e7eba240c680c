package io.astrochrome.imaging.decode;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Decodes frames of every format known here, by their content, never by their names; also where gzip packed them. Thread-safe. Whatever the bytes
 * are, the outcome is a frame or a {@link Rejected}: within the limits' memory, and without an exception for what is
 * wrong with the file.
 */
public final class FrameDecoder {
    /** How many of a file's first bytes {@link #sniff} wants to see; fewer are enough for a shorter file. */
    public static final int SNIFF_BYTES = 1024;

    private static final Map<MediaType, FrameFormat> FORMATS =
            ServiceLoader.load(FrameFormat.class, FrameFormat.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .collect(Collectors.toUnmodifiableMap(FrameFormat::mediaType, format -> format));

    private final DecodeLimits limits;

    /** A decoder that refuses what is beyond {@code limits}. */
    public FrameDecoder(DecodeLimits limits) {
        this.limits = limits;
    }

    /** The format that the first bytes of a file announce, or empty where it is none of those known here. */
    public static Optional<MediaType> sniff(byte[] firstBytes) {
        return Signature.match(UnpackedFile.firstBytes(firstBytes));
    }

    /**
     * Reads headers alone: nothing is allocated for pixels, so that it can be asked before a file is taken in.
     *
     * @param fileName what messages call the file
     */
    public ProbeOutcome probe(Path file, String fileName) {
        try {
            return read(source(file, ShownText.of(fileName)), FrameFormat::probe);
        } catch (RejectionException e) {
            return rejected(e);
        }
    }

    /**
     * Reads the whole frame.
     *
     * @param fileName what messages call the file
     */
    public DecodeOutcome decode(Path file, String fileName) {
        try {
            return new Decoded(GreyInColour.collapsed(read(source(file, ShownText.of(fileName)), FrameFormat::decode)));
        } catch (RejectionException e) {
            return rejected(e);
        }
    }

    private SourceFile source(Path file, String fileName) throws RejectionException {
        Optional<String> trouble = FileTrouble.ofName(file).or(() -> FileTrouble.ofKind(file));
        if (trouble.isPresent()) {
            throw new RejectionException(RejectionReason.DAMAGED, fileName + " " + trouble.get(), null);
        }
        try {
            SourceFile source = new SourceFile(file, fileName, Files.size(file), limits);
            if (source.size() > limits.maxBytes()) {
                throw source.rejection(
                        RejectionReason.TOO_MANY_BYTES,
                        "has " + source.size() + " bytes, more than the limit of " + limits.maxBytes());
            }
            return source;
        } catch (IOException e) {
            throw new RejectionException(
                    RejectionReason.DAMAGED, fileName + " cannot be read: " + FileTrouble.of(e), e);
        }
    }

    private static FrameFormat format(SourceFile source) throws RejectionException, IOException {
        try (var in = Files.newInputStream(source.path())) {
            byte[] first = in.readNBytes(SNIFF_BYTES);
            FrameFormat format = sniff(first).map(FORMATS::get).orElse(null);
            if (format == null) {
                throw source.rejection(
                        RejectionReason.UNKNOWN_FORMAT,
                        UnreadFormat.sentence(first).orElse("is none of FITS, XISF, PNG, JPEG, TIFF and WebP"));
            }
            return format;
        }
    }

    private static <T> T read(SourceFile source, Reading<T> reading) throws RejectionException {
        try (UnpackedFile unpacked = UnpackedFile.of(source)) {
            return reading.of(format(unpacked.source()), unpacked.source());
        } catch (EOFException e) {
            throw source.rejection(
                    RejectionReason.TRUNCATED, "ends early" + (e.getMessage() == null ? "" : ": " + e.getMessage()), e);
        } catch (IOException e) {
            throw source.rejection(RejectionReason.DAMAGED, "cannot be read: " + FileTrouble.of(e), e);
        } catch (RuntimeException e) {
            // Readers of damaged bytes fail in more ways than they declare.
            throw source.rejection(RejectionReason.DAMAGED, "is damaged: " + e, e);
        } catch (OutOfMemoryError e) {
            // The last resort: a library believed a number that nobody checked. The array was not made, so nothing is
            // lost.
            throw source.rejection(RejectionReason.TOO_MANY_PIXELS, "would take more memory than there is", e);
        } catch (StackOverflowError e) {
            throw source.rejection(RejectionReason.DAMAGED, "is nested too deeply", e);
        }
    }

    private static Rejected rejected(RejectionException e) {
        return new Rejected(e.reason(), e.getMessage());
    }

    /** What a format does with a file. */
    private interface Reading<T> {
        T of(FrameFormat format, SourceFile source) throws RejectionException, IOException;
    }
}
