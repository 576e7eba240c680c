package io.astrochrome.colorize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
