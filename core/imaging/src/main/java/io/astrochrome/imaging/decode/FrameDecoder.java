package io.astrochrome.imaging.decode;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Decodes frames of every format known here, by their content, never by their names; also where gzip packed them. Thread-safe. Whatever the bytes
 * are, the outcome is a frame or a {@link Rejected}: within the limits' memory, and without an exception for what is
 * wrong with the file. Where it is the disk that does not take part there is a {@link LocalFaultException}.
 */
public final class FrameDecoder {
    /** How many of a file's first bytes {@link #sniff} wants to see; fewer are enough for a shorter file. */
    public static final int SNIFF_BYTES = 1024;

    private static final Map<MediaType, FrameFormat> FORMATS =
            ServiceLoader.load(FrameFormat.class, FrameFormat.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .collect(Collectors.toUnmodifiableMap(FrameFormat::mediaType, format -> format));

    private final DecodeLimits limits;
    private final Path workFolder;

    /** A decoder that refuses what is beyond {@code limits}, and unpacks files in the system's folder for temporary ones. */
    public FrameDecoder(DecodeLimits limits) {
        this(limits, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** As {@link #FrameDecoder(DecodeLimits)}, with another folder to unpack files in. */
    public FrameDecoder(DecodeLimits limits, Path workFolder) {
        this.limits = limits;
        this.workFolder = workFolder;
    }

    /** The format that the first bytes of a file announce, or empty where it is none of those known here. */
    public static Optional<MediaType> sniff(byte[] firstBytes) {
        return FileSignature.match(UnpackedFile.firstBytes(firstBytes));
    }

    /** Whether a file of that name was unpacked by a decoder; one that lies there while none works was left by a crash. */
    public static boolean isUnpacked(String fileName) {
        return UnpackedFile.isNamedSo(fileName);
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

    private <T> T read(SourceFile source, Reading<T> reading) throws RejectionException {
        try (UnpackedFile unpacked = UnpackedFile.of(source, workFolder)) {
            return reading.of(format(unpacked.source()), unpacked.source());
        } catch (EOFException e) {
            throw source.rejection(
                    RejectionReason.TRUNCATED, "ends early" + (e.getMessage() == null ? "" : ": " + e.getMessage()), e);
        } catch (IOException e) {
            requireDisk(source);
            throw source.rejection(RejectionReason.DAMAGED, "cannot be read: " + FileTrouble.of(e), e);
        } catch (LocalFaultException e) {
            throw e;
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

    /** A file whose bytes the disk gives back is wrong itself where it could not be read; of any other nothing is known. */
    private static void requireDisk(SourceFile source) {
        if (!Files.isRegularFile(source.path())) {
            return;
        }
        try (var in = Files.newInputStream(source.path())) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (FileSystemException e) {
            return; // not there, or not for us: that is about the file, and the reason says it
        } catch (IOException e) {
            throw new LocalFaultException(source.name() + " cannot be read now: " + FileTrouble.of(e), e);
        }
    }

    private static Rejected rejected(RejectionException e) {
        return new Rejected(e.reason(), String.valueOf(e.getMessage()));
    }

    /** What a format does with a file. */
    private interface Reading<T> {
        T of(FrameFormat format, SourceFile source) throws RejectionException, IOException;
    }
}
