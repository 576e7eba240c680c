package io.astrochrome.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a file, read in pieces. */
final class FileHash {
    private static final int PIECE_BYTES = 1 << 16;

    private FileHash() {}

    /** In 64 lower-case hex digits. */
    static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] piece = new byte[PIECE_BYTES];
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            int read = in.read(piece);
            while (read >= 0) {
                read = in.read(piece);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
