package io.astrochrome.standalone.stack;

import io.astrochrome.standalone.folder.Settings;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The object store's credentials: drawn at the first start, then kept in the data folder. */
public record StoreKey(String accessKey, String secretKey) {
    private static final int SECRET_BYTES = 20;

    /** The key that the settings have, or a new one that they have from then on. */
    public static StoreKey of(Settings settings) {
        var secret = settings.get("store.secret-key");
        if (secret == null) {
            var bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            secret = HexFormat.of().formatHex(bytes);
            settings.set("store.secret-key", secret);
        }
        return new StoreKey("astrochrome", secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return accessKey;
    }
}
