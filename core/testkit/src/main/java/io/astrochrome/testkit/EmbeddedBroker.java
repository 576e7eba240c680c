package io.astrochrome.testkit;

import io.astrochrome.embedded.EmbeddedKafka;
import org.jspecify.annotations.Nullable;

/** A broker inside this JVM. */
final class EmbeddedBroker implements BrokerHandle {
    private final TemporaryFolder folder = new TemporaryFolder("astrochrome-kafka");
    private final String bootstrapServers;
    private @Nullable EmbeddedKafka kafka;

    EmbeddedBroker() {
        var started = start();
        kafka = started;
        bootstrapServers = started.bootstrapServers();
    }

    private EmbeddedKafka start() {
        return new EmbeddedKafka(folder.path(), 0, 0, StreamServers.MAX_MESSAGE_BYTES);
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
            kafka = null;
        }
    }

    @Override
    public void restart() {
        if (kafka == null) {
            kafka = start();
        }
    }

    @Override
    public void close() {
        stop();
        folder.delete();
    }
}
