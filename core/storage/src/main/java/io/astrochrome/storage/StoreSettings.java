package io.astrochrome.storage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the object store is, and how long to wait for it.
 *
 * @param endpoint such as {@code http://127.0.0.1:9000}
 * @param bucket the one that all objects are in
 * @param region as the store wants it in signatures; any name will do for most
 * @param connectTimeout until a connection stands
 * @param requestTimeout without a byte moving in either direction
 * @param caFile certificates in PEM that an https store is trusted by; those that Java trusts where none is given
 */
public record StoreSettings(
        URI endpoint,
        String accessKey,
        String secretKey,
        String bucket,
        String region,
        Duration connectTimeout,
        Duration requestTimeout,
        Optional<Path> caFile) {
    /** What the services use where nothing else is configured. */
    public static final String DEFAULT_BUCKET = "astrochrome";

    public static final String DEFAULT_REGION = "us-east-1";
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(3);
    public static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(30);

    public StoreSettings {
        if (endpoint == null
                || endpoint.getHost() == null
                || !("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))) {
            throw new IllegalArgumentException(
                    "the store's endpoint must be an http or https address, not " + endpoint);
        }
        notBlank("access key", accessKey);
        notBlank("secret key", secretKey);
        notBlank("bucket", bucket);
        notBlank("region", region);
        positive("connect timeout", connectTimeout);
        positive("request timeout", requestTimeout);
        if (caFile.isPresent() && !"https".equals(endpoint.getScheme())) {
            throw new IllegalArgumentException(
                    "the store's CA file must not be given for an endpoint that is not https: " + endpoint);
        }
    }

    /** Settings of a store that is trusted, where it speaks https, by the certificates that Java trusts. */
    public StoreSettings(
            URI endpoint,
            String accessKey,
            String secretKey,
            String bucket,
            String region,
            Duration connectTimeout,
            Duration requestTimeout) {
        this(endpoint, accessKey, secretKey, bucket, region, connectTimeout, requestTimeout, Optional.empty());
    }

    /** Settings with the default bucket, region and timeouts. */
    public StoreSettings(URI endpoint, String accessKey, String secretKey) {
        this(
                endpoint,
                accessKey,
                secretKey,
                DEFAULT_BUCKET,
                DEFAULT_REGION,
                DEFAULT_CONNECT_TIMEOUT,
                DEFAULT_REQUEST_TIMEOUT);
    }

    private static void notBlank(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the store's " + name + " must not be blank");
        }
    }

    private static void positive(String name, @Nullable Duration value) {
        if (value == null || value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("the store's " + name + " must be longer than nothing, not " + value);
        }
    }

    /** Without the secrets, so that settings can be logged. */
    @Override
    public String toString() {
        return endpoint + "/" + bucket;
    }
}
