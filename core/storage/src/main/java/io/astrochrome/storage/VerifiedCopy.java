package io.astrochrome.storage;

import io.astrochrome.events.ObjectReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Copies an object's bytes and compares them with what its reference promises. */
final class VerifiedCopy {
    private static final int BUFFER_BYTES = 1 << 16;

    private VerifiedCopy() {}

    /**
     * Copies at most one byte more than promised, so that an object that has grown fills nothing.
     *
     * @throws ObjectAlteredException where size or SHA-256 are not those of the reference
     */
    static void copy(ObjectReference reference, InputStream in, OutputStream out) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        long copied = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            copied += read;
            if (copied > reference.sizeBytes()) {
                throw new ObjectAlteredException("object " + reference.key() + " is longer than the "
                        + reference.sizeBytes() + " bytes promised");
            }
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        if (copied < reference.sizeBytes()) {
            throw new ObjectAlteredException(
                    "object " + reference.key() + " has " + copied + " bytes, not " + reference.sizeBytes());
        }
        String sha256 = Sha256.hex(digest.digest());
        if (!sha256.equals(reference.sha256())) {
            throw new ObjectAlteredException(
                    "object " + reference.key() + " has SHA-256 " + sha256 + ", not " + reference.sha256());
        }
    }
}
