package io.astrochrome.testkit;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A broker in a container. It is paused where the embedded one is stopped: a stopped container loses its port. */
final class ContainerBroker implements BrokerHandle {
    private static final DockerImageName IMAGE = DockerImageName.parse("apache/kafka:4.0.0");

    private final KafkaContainer container;
    private boolean paused;

    @SuppressWarnings("resource") // closed in close(); the builder returns itself
    ContainerBroker() {
        container = new KafkaContainer(IMAGE)
                .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(StreamServers.MAX_MESSAGE_BYTES))
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void stop() {
        if (!paused) {
            DockerClientFactory.instance()
                    .client()
                    .pauseContainerCmd(container.getContainerId())
                    .exec();
            paused = true;
        }
    }

    @Override
    public void restart() {
        if (paused) {
            DockerClientFactory.instance()
                    .client()
                    .unpauseContainerCmd(container.getContainerId())
                    .exec();
            paused = false;
        }
    }

    @Override
    public void close() {
        restart();
        container.stop();
    }
}
