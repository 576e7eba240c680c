package io.astrochrome.imaging.decode.raster;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file for a library's reader, some of whose bytes are others than on disk: so that the reader finds what it would not
 * look for. The patch may lie behind the file's end and lengthen it. Closes the file. Not thread-safe.
 */
final class PatchedFile extends ImageInputStreamImpl {
    private final RandomAccessFile file;
    private final long patchAt;
    private final byte[] patch;

    PatchedFile(Path path, long patchAt, byte[] patch) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "r");
        this.patchAt = patchAt;
        this.patch = patch.clone();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        int read = 0;
        if (streamPos < file.length()) {
            file.seek(streamPos);
            read = Math.max(0, file.read(into, offset, length));
        }
        for (long at = Math.max(streamPos, patchAt); at < Math.min(streamPos + length, patchAt + patch.length); at++) {
            into[offset + (int) (at - streamPos)] = patch[(int) (at - patchAt)];
            read = Math.max(read, (int) (at - streamPos) + 1);
        }
        streamPos += read;
        return read == 0 ? -1 : read;
    }

    @Override
    public long length() {
        try {
            return Math.max(file.length(), patchAt + patch.length);
        } catch (IOException e) {
            return -1; // as ImageInputStream says where the length is not known
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }
}
