package io.astrochrome.ingest.intake;

import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.storage.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * Where frames lie while they come in. Bytes go to disk as they arrive and are hashed on the way; the limit is enforced on
 * the way as well, so that a sender who announces nothing fills nothing. Thread-safe.
 */
final class UploadFolder {
    private static final String PREFIX = "frame-";
    private static final String SUFFIX = ".incoming";
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private final long maxFrameBytes;

    /** Makes the folder where it is missing, and throws away what an earlier process left in it. */
    UploadFolder(Path folder, long maxFrameBytes) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.maxFrameBytes = maxFrameBytes;
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, UploadFolder::isOurs)) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    Path path() {
        return folder;
    }

    /**
     * Receives a frame.
     *
     * @throws FrameTooLargeException as soon as one byte too many has come
     * @throws NoRoomException where the disk does not take it
     * @throws IOException where the sender breaks off
     */
    ReceivedFrame receive(InputStream bytes, String fileName)
            throws FrameTooLargeException, NoRoomException, IOException {
        Path file = newFile();
        boolean received = false;
        try {
            ReceivedFrame frame = new ReceivedFrame(file, copy(bytes, file, fileName));
            received = true;
            return frame;
        } finally {
            if (!received) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** A frame that came in, or one that was unpacked. */
    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) || FrameDecoder.isUnpacked(name);
    }

    private Path newFile() throws NoRoomException {
        try {
            return Files.createTempFile(folder, PREFIX, SUFFIX);
        } catch (IOException e) {
            throw new NoRoomException(e);
        }
    }

    private String copy(InputStream bytes, Path file, String fileName)
            throws FrameTooLargeException, NoRoomException, IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        long copied = 0;
        try (OutputStream out = open(file)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                copied += read;
                if (copied > maxFrameBytes) {
                    throw tooLarge(fileName);
                }
                digest.update(buffer, 0, read);
                write(out, buffer, read);
            }
        }
        return Sha256.hex(digest.digest());
    }

    boolean accepts(long announcedBytes) {
        return announcedBytes <= maxFrameBytes;
    }

    FrameTooLargeException tooLarge(String fileName) {
        return new FrameTooLargeException(fileName + " has more bytes than the limit of " + maxFrameBytes);
    }

    private static OutputStream open(Path file) throws NoRoomException {
        try {
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw new NoRoomException(e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) throws NoRoomException {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new NoRoomException(e);
        }
    }
}
