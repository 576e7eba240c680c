package io.astrochrome.testkit;

import org.testcontainers.DockerClientFactory;

/** A broker that can be stopped and started again at the same address. */
interface BrokerHandle extends AutoCloseable {
    /** In a container where Docker answers, inside this JVM otherwise. */
    static BrokerHandle start() {
        return DockerClientFactory.instance().isDockerAvailable() ? new ContainerBroker() : new EmbeddedBroker();
    }

    String bootstrapServers();

    void stop();

    void restart();

    @Override
    void close();
}
