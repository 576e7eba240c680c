package io.astrochrome.colorize.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.storage.StoreSettings;
import io.astrochrome.storage.StoreUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class StreamOptionsTest {
    @TempDir
    private Path folder;

    private static StreamOptions options(Map<String, String> environment, String... arguments) {
        StreamOptions options = new StreamOptions(environment);
        new CommandLine(options).parseArgs(arguments);
        return options;
    }

    private String launchersFolder() throws IOException {
        Files.writeString(
                folder.resolve("settings.properties"), "port.kafka=19092\nport.store=19000\nstore.secret-key=hush\n");
        return folder.toString();
    }

    @Test
    void speakWithKafkaAndTheStoreAsTheServicesAreTold() throws Exception {
        StreamOptions options = new StreamOptions(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "broker:9093",
                "KAFKA_SECURITY_PROTOCOL", "SSL",
                "KAFKA_SSL_KEYSTORE_LOCATION", "/etc/kafka/user/user.p12",
                "KAFKA_GROUP_INSTANCE_ID", "colorize",
                "ASTROCHROME_STORE_ENDPOINT", "https://store:9000",
                "ASTROCHROME_STORE_ACCESS_KEY", "prune",
                "ASTROCHROME_STORE_SECRET_KEY", "secret",
                "ASTROCHROME_STORE_CA_FILE", "/etc/astrochrome/ca.pem"));

        assertThat(options.broker())
                .containsEntry("bootstrap.servers", "broker:9093")
                .containsEntry("security.protocol", "SSL")
                .containsEntry("ssl.keystore.location", "/etc/kafka/user/user.p12")
                .doesNotContainKey("group.instance.id");
        assertThat(options.store().caFile()).contains(Path.of("/etc/astrochrome/ca.pem"));
    }

    @Test
    void sayAFailureInASentenceAndByTheExitCodeWhetherTheStreamIsAway() {
        StringWriter said = new StringWriter();

        assertThat(failing(new TimeoutException("no broker answers"), said)).isEqualTo(StreamOptions.STREAM_AWAY);
        assertThat(failing(new StoreUnavailableException("no store answers", null), said))
                .isEqualTo(StreamOptions.STREAM_AWAY);
        assertThat(failing(new IOException("the disk is full"), said)).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(said.toString().lines())
                .containsExactly("look: no broker answers", "look: no store answers", "look: the disk is full");
    }

    private static int failing(Exception failure, StringWriter said) {
        return StreamOptions.line(new Look(failure))
                .setErr(new PrintWriter(said, /* autoFlush= */ true))
                .execute();
    }

    @Command(name = "look")
    private record Look(Exception failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    @Test
    void findTheStreamThatTheLauncherStarted() throws Exception {
        StreamOptions options = options(Map.of(), "--data", launchersFolder());

        assertThat(options.broker()).containsEntry("bootstrap.servers", "127.0.0.1:19092");
        StoreSettings store = options.store();
        assertThat(store.endpoint()).isEqualTo(URI.create("http://127.0.0.1:19000"));
        assertThat(store.accessKey()).isEqualTo("astrochrome");
        assertThat(store.secretKey()).isEqualTo("hush");
    }

    @Test
    void letTheEnvironmentGoFirst() throws Exception {
        StreamOptions options = options(
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", "broker:9093",
                        "ASTROCHROME_STORE_ENDPOINT", "http://store:9000",
                        "ASTROCHROME_STORE_ACCESS_KEY", "ada",
                        "ASTROCHROME_STORE_SECRET_KEY", "secret"),
                "--data",
                launchersFolder());

        assertThat(options.broker()).containsEntry("bootstrap.servers", "broker:9093");
        assertThat(options.store().endpoint()).isEqualTo(URI.create("http://store:9000"));
        assertThat(options.store().bucket()).isEqualTo(StoreSettings.DEFAULT_BUCKET);
    }

    @Test
    void takeMoreSettingsOfKafkaFromAFile() throws Exception {
        Path file = Files.writeString(
                folder.resolve("client.properties"),
                "security.protocol=SASL_SSL\nbootstrap.servers=file:9092\nfetch.max.bytes=7\n");
        String[] arguments = {"--kafka-properties", file.toString()};

        assertThat(options(Map.of("KAFKA_SECURITY_PROTOCOL", "SSL"), arguments).broker())
                .as("a file that is named says more than the environment")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("bootstrap.servers", "file:9092")
                .containsEntry("fetch.max.bytes", "7");
        assertThat(options(Map.of("KAFKA_BOOTSTRAP_SERVERS", "broker:9093"), arguments)
                        .broker())
                .containsEntry("bootstrap.servers", "broker:9093");
    }

    @Test
    void takeRecordsAsLargeAsTheServicesMayWrite() throws Exception {
        Map<String, Object> broker = new StreamOptions(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", "broker:9093", "ASTROCHROME_KAFKA_MAX_MESSAGE_BYTES", "8388608"))
                .broker();

        assertThat(broker)
                .containsEntry("max.request.size", "8388608")
                .containsEntry("max.partition.fetch.bytes", "8388608")
                .containsEntry("fetch.max.bytes", "8388608");
    }

    @Test
    void sayWhereTheyLookedForAStream() {
        StreamOptions options = options(Map.of(), "--data", folder.toString());

        assertThatThrownBy(options::broker)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no stream in " + folder);
        assertThatThrownBy(options::store).isInstanceOf(IOException.class);
    }
}
