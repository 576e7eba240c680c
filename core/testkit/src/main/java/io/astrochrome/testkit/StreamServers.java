package io.astrochrome.testkit;

import io.astrochrome.storage.StoreSettings;
import java.util.Map;

/**
 * A real Kafka broker and a real object store for tests, with every topic made; either can be stopped and started again
 * with what it holds, at the same address. Stopping what is stopped, or starting what runs, does nothing. Not thread-safe.
 */
public interface StreamServers extends AutoCloseable {
    /** The limit that the broker and its topics have, and that services under test are given. */
    int MAX_MESSAGE_BYTES = 4 << 20;

    /** Starts both: the broker in a container where Docker answers, inside this JVM otherwise. */
    static StreamServers start() {
        QuietLogs.now();
        return new RunningServers(BrokerHandle.start());
    }

    /** What goes into {@code kafka.bootstrap.servers}. */
    String bootstrapServers();

    /** How to reach the store. */
    StoreSettings storeSettings();

    /** What a service under test is configured with. */
    Map<String, String> configuration();

    /** To read and write records with. */
    default TopicProbe topics() {
        return new TopicProbe(bootstrapServers());
    }

    /** The broker stops answering; what was acknowledged is kept. */
    void stopKafka();

    void startKafka();

    /** The store stops answering; objects are kept. */
    void stopStore();

    void startStore();

    /** Stops both and throws away what they held. */
    @Override
    void close();
}
