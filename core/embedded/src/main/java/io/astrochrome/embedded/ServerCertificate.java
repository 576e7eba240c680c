package io.astrochrome.embedded;

import java.nio.file.Path;

/**
 * What a server proves its name with.
 *
 * @param keyStore a PKCS#12 file with the private key and its certificate
 * @param password of the file and of the key
 */
public record ServerCertificate(Path keyStore, String password) {
    static final String TYPE = "PKCS12";

    public ServerCertificate {
        if (keyStore == null) {
            throw new IllegalArgumentException("a server's certificate must be in a key store");
        }
        if (password == null || password.length() < 6) {
            throw new IllegalArgumentException("a key store's password must have six characters or more");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return keyStore.toString();
    }
}
