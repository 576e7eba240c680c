package io.astrochrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Topics;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StreamServersTest {
    private static final byte[] BYTES = "a frame".getBytes(StandardCharsets.UTF_8);

    private static StreamServers servers;

    @BeforeAll
    static void start() {
        servers = StreamServers.start();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void keepsRecordsWhileTheBrokerIsStopped() {
        TopicProbe topics = servers.topics();
        topics.write(Topics.FRAMES, "M31", BYTES, Map.of("ce_id", "1"));

        servers.stopKafka();
        servers.startKafka();

        var records = topics.await(Topics.FRAMES, "M31", 1);
        assertThat(records.get(0).value()).isEqualTo(BYTES);
        assertThat(TopicProbe.header(records.get(0), "ce_id")).isEqualTo("1");
        assertThat(topics.readAll(Topics.deadLetter(Topics.FRAMES))).isEmpty();
    }

    @Test
    void keepsObjectsWhileTheStoreIsStopped() {
        try (MinioObjectStore store = new MinioObjectStore(servers.storeSettings())) {
            ObjectReference reference = store.put("frames/one", BYTES, "image/fits");

            servers.stopStore();
            assertThatThrownBy(() -> store.fetch(reference)).isInstanceOf(StoreUnavailableException.class);

            servers.startStore();
            assertThat(store.fetch(reference)).isEqualTo(BYTES);
        }
    }
}
