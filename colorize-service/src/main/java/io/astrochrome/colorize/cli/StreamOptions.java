package io.astrochrome.colorize.cli;

import io.astrochrome.storage.StoreException;
import io.astrochrome.storage.StoreSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Where the running stream is: as the launcher's data folder says, unless the environment names another by the variables
 * that the services take ({@code KAFKA_BOOTSTRAP_SERVERS}, {@code ASTROCHROME_STORE_ENDPOINT} and so on). Also how a command beside
 * the stream starts and fails.
 */
public final class StreamOptions {
    /** The exit code where no broker or store answers. */
    public static final int STREAM_AWAY = 3;

    private static final String LOOPBACK = "127.0.0.1:";
    private static final String LAUNCHERS_ACCESS_KEY = "astrochrome";

    /** What the services are told of how to speak with Kafka: {@code KAFKA_SSL_KEYSTORE_TYPE} is {@code ssl.keystore.type}. */
    private static final Pattern SECURITY_OF_KAFKA = Pattern.compile("KAFKA_((?:SECURITY|SASL|SSL)_.+)");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data folder of ./run up, which says where broker and store are. Default: .astrochrome in "
                            + "the project, ~/.local/share/astrochrome where that cannot be written. KAFKA_* and ASTROCHROME_STORE_* in the environment go first.")
    private @Nullable Path data;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description = "More settings of the Kafka clients, such as those for TLS and SASL.")
    private @Nullable Path kafkaProperties;

    private final Map<String, String> environment;

    /** Of this process's environment. */
    public StreamOptions() {
        this(System.getenv());
    }

    StreamOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Runs a command, without the log of libraries, and ends the JVM with its exit code. */
    public static void main(CommandLine line, String[] arguments) {
        LibraryLogs.from(Level.SEVERE, "org.apache.kafka", "nom.tam");
        System.exit(line.execute(arguments));
    }

    /** The command, which says a failure in a sentence, and by its exit code whether the stream is away. */
    public static CommandLine line(Object command) {
        return new CommandLine(command).setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println(line.getCommandSpec().root().name() + ": " + failure.getMessage());
            return failure instanceof KafkaException || failure instanceof StoreException
                    ? STREAM_AWAY
                    : line.getCommandSpec().exitCodeOnExecutionException();
        });
    }

    /**
     * How to reach the broker.
     *
     * @throws IOException where neither the environment nor a data folder says it
     */
    public Map<String, Object> broker() throws IOException {
        Map<String, Object> broker = new HashMap<>();
        environment.forEach((name, value) -> {
            Matcher security = SECURITY_OF_KAFKA.matcher(name);
            if (security.matches()) {
                broker.put(security.group(1).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        if (kafkaProperties != null) {
            read(kafkaProperties).forEach((key, value) -> broker.put((String) key, value));
        }
        String servers = environment.get("KAFKA_BOOTSTRAP_SERVERS");
        if (servers != null) {
            broker.put("bootstrap.servers", servers);
        }
        if (!broker.containsKey("bootstrap.servers")) {
            broker.put("bootstrap.servers", LOOPBACK + launchers().getProperty("port.kafka"));
        }
        String bytes = environment.getOrDefault("ASTROCHROME_KAFKA_MAX_MESSAGE_BYTES", "4259840");
        broker.putIfAbsent("max.request.size", bytes);
        broker.putIfAbsent("max.partition.fetch.bytes", bytes);
        broker.putIfAbsent("fetch.max.bytes", bytes);
        return broker;
    }

    /**
     * How to reach the store.
     *
     * @throws IOException where neither the environment nor a data folder says it
     */
    public StoreSettings store() throws IOException {
        String endpoint = environment.get("ASTROCHROME_STORE_ENDPOINT");
        if (endpoint == null) {
            Properties launchers = launchers();
            return new StoreSettings(
                    URI.create("http://" + LOOPBACK + launchers.getProperty("port.store")),
                    LAUNCHERS_ACCESS_KEY,
                    launchers.getProperty("store.secret-key", ""));
        }
        return new StoreSettings(
                URI.create(endpoint),
                environment.getOrDefault("ASTROCHROME_STORE_ACCESS_KEY", ""),
                environment.getOrDefault("ASTROCHROME_STORE_SECRET_KEY", ""),
                environment.getOrDefault("ASTROCHROME_STORE_BUCKET", StoreSettings.DEFAULT_BUCKET),
                environment.getOrDefault("ASTROCHROME_STORE_REGION", StoreSettings.DEFAULT_REGION),
                StoreSettings.DEFAULT_CONNECT_TIMEOUT,
                StoreSettings.DEFAULT_REQUEST_TIMEOUT,
                Optional.ofNullable(environment.get("ASTROCHROME_STORE_CA_FILE"))
                        .map(Path::of));
    }

    private Properties launchers() throws IOException {
        Path folder = data != null
                ? data
                : Path.of(System.getProperty("astrochrome.home", "."))
                        .resolve(System.getProperty("astrochrome.data", ".astrochrome"));
        Path settings = folder.resolve("settings.properties");
        if (!Files.isReadable(settings)) {
            throw new IOException("there is no stream in " + folder
                    + "; start one with ./run up, name its folder with --data, or set KAFKA_BOOTSTRAP_SERVERS and "
                    + "ASTROCHROME_STORE_ENDPOINT");
        }
        return read(settings);
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }
}
