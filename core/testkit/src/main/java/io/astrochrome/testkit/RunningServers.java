package io.astrochrome.testkit;

import io.astrochrome.embedded.EmbeddedStore;
import io.astrochrome.events.Topics;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The servers of a test run: a broker, and a store inside this JVM. */
final class RunningServers implements StreamServers {
    private static final String ACCESS_KEY = "test-access";
    private static final String SECRET_KEY = "test-secret-of-no-worth";

    private final BrokerHandle broker;
    private final TemporaryFolder storeFolder = new TemporaryFolder("astrochrome-store");
    private final StoreSettings storeSettings;
    private @Nullable EmbeddedStore store;

    RunningServers(BrokerHandle broker) {
        this.broker = broker;
        topics().create(Topics.withDeadLetters());
        var started = newStore();
        store = started;
        storeSettings = new StoreSettings(started.endpoint(), ACCESS_KEY, SECRET_KEY);
        try (MinioObjectStore client = new MinioObjectStore(storeSettings)) {
            client.ensureBucket();
        }
    }

    private EmbeddedStore newStore() {
        return new EmbeddedStore(storeFolder.path(), 0, ACCESS_KEY, SECRET_KEY);
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public StoreSettings storeSettings() {
        return storeSettings;
    }

    @Override
    public Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("kafka.bootstrap.servers", bootstrapServers());
        configuration.put("astrochrome.kafka.max-message-bytes", Integer.toString(MAX_MESSAGE_BYTES));
        configuration.put("astrochrome.store.endpoint", storeSettings.endpoint().toString());
        configuration.put("astrochrome.store.access-key", ACCESS_KEY);
        configuration.put("astrochrome.store.secret-key", SECRET_KEY);
        configuration.put("astrochrome.store.bucket", storeSettings.bucket());
        for (String loud : QuietLogs.LOUD) {
            configuration.put("quarkus.log.category.\"" + loud + "\".level", "ERROR");
        }
        return configuration;
    }

    @Override
    public void stopKafka() {
        broker.stop();
    }

    @Override
    public void startKafka() {
        broker.restart();
    }

    @Override
    public void stopStore() {
        if (store != null) {
            try {
                store.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            store = null;
        }
    }

    @Override
    public void startStore() {
        if (store == null) {
            store = newStore();
        }
    }

    @Override
    public void close() {
        stopStore();
        storeFolder.delete();
        broker.close();
    }
}
