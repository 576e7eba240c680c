package io.astrochrome.platform.access;

import io.astrochrome.embedded.EmbeddedKafka;
import io.astrochrome.embedded.EmbeddedStore;
import io.astrochrome.embedded.SecuredListener;
import io.astrochrome.events.Topics;
import io.astrochrome.testkit.QuietLogs;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * A service as it runs where others are: bound to the machine's own address, with a key and with tokens, a broker that
 * wants TLS and a name (SCRAM-SHA-512), a store that speaks https by a private authority, and a log in a file.
 */
public final class SecuredInstallation implements QuarkusTestResourceLifecycleManager {
    static final String API_KEY = "api-key-of-the-secured-test-2f6d1c";
    static final String VIEWER_KEY = "viewers-key-of-the-secured-test-9c40";
    static final String UPLOADER_KEY = "uploaders-key-of-the-secured-test-5e1b";
    static final String KAFKA_PASSWORD = "kafka-password-of-the-secured-test-81b0";
    static final String STORE_SECRET = "store-secret-of-the-secured-test-77aa";
    static final String KEY_STORE_PASSWORD = "key-store-password-of-the-secured-test-09ce";
    static final List<String> SECRETS =
            List.of(API_KEY, VIEWER_KEY, UPLOADER_KEY, KAFKA_PASSWORD, STORE_SECRET, KEY_STORE_PASSWORD);

    private static final String USER = "platform";

    private final Path folder = temporaryFolder();
    private EmbeddedKafka kafka;
    private EmbeddedStore store;
    private KeyPair tokens;

    @Override
    public Map<String, String> start() {
        QuietLogs.now();
        try {
            Certificates certificates = Certificates.in(folder, KEY_STORE_PASSWORD);
            SecuredListener secured = new SecuredListener(freePort(), certificates.own());
            kafka = new EmbeddedKafka(folder.resolve("kafka"), 0, 0, StreamServers.MAX_MESSAGE_BYTES, List.of(secured));
            new TopicProbe(kafka.bootstrapServers()).create(Topics.withDeadLetters());
            addUser();
            store = new EmbeddedStore(
                    folder.resolve("store"), 0, "access", STORE_SECRET, Optional.of(certificates.own()));
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            tokens = generator.generateKeyPair();
            return configuration(certificates.pem(), secured);
        } catch (IOException | InterruptedException | GeneralSecurityException | ExecutionException e) {
            throw new IllegalStateException("the secured installation did not start", e);
        }
    }

    private void addUser() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var password = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(USER, password, KAFKA_PASSWORD)))
                    .all()
                    .get();
        }
    }

    private Map<String, String> configuration(Path authority, SecuredListener secured) throws IOException {
        Path keys = Files.writeString(
                folder.resolve("api-keys"),
                "# of the test\nviewer " + VIEWER_KEY + "\nuploader " + UPLOADER_KEY + "\n" + API_KEY + "\n");
        Map<String, String> configuration = new HashMap<>();
        configuration.put("quarkus.http.host", ownAddress());
        configuration.put("astrochrome.security.api-key-file", keys.toString());
        configuration.put("astrochrome.security.upload-paths", TestEndpoint.UPLOADS);
        configuration.put(
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(tokens.getPublic().getEncoded()));
        configuration.put("kafka.bootstrap.servers", secured.bootstrapServers());
        configuration.put("kafka.security.protocol", "SASL_SSL");
        configuration.put("kafka.sasl.mechanism", "SCRAM-SHA-512");
        configuration.put(
                "kafka.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + USER + "\" password=\""
                        + KAFKA_PASSWORD + "\";");
        configuration.put("kafka.ssl.truststore.type", "PEM");
        configuration.put("kafka.ssl.truststore.location", authority.toString());
        configuration.put("astrochrome.store.endpoint", store.endpoint().toString());
        configuration.put("astrochrome.store.access-key", "access");
        configuration.put("astrochrome.store.secret-key", STORE_SECRET);
        configuration.put("astrochrome.store.ca-file", authority.toString());
        configuration.put("quarkus.log.console.level", "ERROR");
        configuration.put("quarkus.log.file.enabled", "true");
        configuration.put("quarkus.log.category.\"org.apache.kafka.clients\".level", "INFO");
        configuration.put("quarkus.log.category.\"org.apache.kafka.common.config\".level", "INFO");
        configuration.put("quarkus.log.category.\"io.astrochrome\".level", "DEBUG");
        return configuration;
    }

    /** With which the service's tokens are signed. */
    KeyPair tokens() {
        return tokens;
    }

    /** To see what the service did, past everything that is secured. */
    TopicProbe topics() {
        return new TopicProbe(kafka.bootstrapServers());
    }

    /** The machine's address in its network; all of its addresses where it is in none. */
    static String ownAddress() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .findFirst()
                    .orElse("0.0.0.0");
        } catch (SocketException e) {
            return "0.0.0.0";
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("astrochrome-secured");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType().equals(SecuredInstallation.class));
    }

    @Override
    public void stop() {
        try {
            store.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            kafka.close();
        }
    }
}
