package io.astrochrome.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3 store in this JVM, on loopback only, that keeps its objects as files under {@code dataDir}; no key may end in a hyphen and a UUID. It answers as soon as
 * it is constructed; objects and, where it was asked for port 0, its port outlive it. Unsigned requests are refused.
 * Thread-safe.
 */
public final class EmbeddedStore implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final S3Proxy server;
    private final URI endpoint;

    /**
     * Starts the store; takes less than a second, and a few where there are millions of objects.
     *
     * @param dataDir made where it is missing
     * @param port to listen on; 0 for that of last time, or a free one
     * @throws EmbeddedStartException where it does not come up
     */
    public EmbeddedStore(Path dataDir, int port, String accessKey, String secretKey) {
        this(dataDir, port, accessKey, secretKey, Optional.empty());
    }

    /**
     * As above; answers over https alone where it has a certificate.
     *
     * @param certificate for {@code 127.0.0.1}
     */
    public EmbeddedStore(
            Path dataDir, int port, String accessKey, String secretKey, Optional<ServerCertificate> certificate) {
        try {
            SavedPorts saved = new SavedPorts(dataDir, "store");
            String scheme = certificate.isPresent() ? "https" : "http";
            endpoint = URI.create(scheme + "://" + HOST + ":" + saved.port("port", port));
            saved.save();
            Path objects = Files.createDirectories(dataDir.resolve("objects")).toAbsolutePath();
            S3Proxy.Builder builder = S3Proxy.builder()
                    .blobStore(new WholeObjects(new FilesystemNio2BlobStore(objects.toString())))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey);
            certificate.ifPresentOrElse(
                    own -> builder.secureEndpoint(endpoint)
                            .keyStore(own.keyStore().toString(), own.password()),
                    () -> builder.endpoint(endpoint));
            server = builder.build();
            Instant begin = Instant.now();
            server.start();
            WholeObjects.sweep(objects, begin); // not before the port is ours: another store may be at work there
        } catch (Exception e) { // the server declares no narrower one
            throw new EmbeddedStartException("the embedded object store in " + dataDir + " did not start", e);
        }
    }

    /** What goes into {@code astrochrome.store.endpoint}. */
    public URI endpoint() {
        return endpoint;
    }

    /**
     * Stops answering; objects stay.
     *
     * @throws IOException where the server does not stop
     */
    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) { // the server declares no narrower one
            throw new IOException("the embedded object store did not stop", e);
        }
    }
}
