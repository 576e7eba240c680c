package io.astrochrome.colorize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.storage.StoreUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class StreamOptionsTest {
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
}
