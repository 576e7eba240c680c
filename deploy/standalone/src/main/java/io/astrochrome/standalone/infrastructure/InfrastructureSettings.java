package io.astrochrome.standalone.infrastructure;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the infrastructure JVM is told, through its environment: the store's secret does not show in a process list.
 *
 * @param maxMessageBytes the largest record that topics, producers and consumers take
 */
public record InfrastructureSettings(
        Path kafkaFolder,
        Path storeFolder,
        int kafkaPort,
        int controllerPort,
        int storePort,
        int healthPort,
        String accessKey,
        String secretKey,
        int maxMessageBytes) {
    private static final String PREFIX = "ASTROCHROME_INFRASTRUCTURE_";

    /** The variables that {@link #from} reads. */
    public Map<String, String> environment() {
        return Map.of(
                PREFIX + "KAFKA_FOLDER", kafkaFolder.toString(),
                PREFIX + "STORE_FOLDER", storeFolder.toString(),
                PREFIX + "KAFKA_PORT", Integer.toString(kafkaPort),
                PREFIX + "CONTROLLER_PORT", Integer.toString(controllerPort),
                PREFIX + "STORE_PORT", Integer.toString(storePort),
                PREFIX + "HEALTH_PORT", Integer.toString(healthPort),
                PREFIX + "ACCESS_KEY", accessKey,
                PREFIX + "SECRET_KEY", secretKey,
                PREFIX + "MAX_MESSAGE_BYTES", Integer.toString(maxMessageBytes));
    }

    static InfrastructureSettings from(Map<String, String> environment) {
        return new InfrastructureSettings(
                Path.of(value(environment, "KAFKA_FOLDER")),
                Path.of(value(environment, "STORE_FOLDER")),
                Integer.parseInt(value(environment, "KAFKA_PORT")),
                Integer.parseInt(value(environment, "CONTROLLER_PORT")),
                Integer.parseInt(value(environment, "STORE_PORT")),
                Integer.parseInt(value(environment, "HEALTH_PORT")),
                value(environment, "ACCESS_KEY"),
                value(environment, "SECRET_KEY"),
                Integer.parseInt(value(environment, "MAX_MESSAGE_BYTES")));
    }

    private static String value(Map<String, String> environment, String name) {
        var value = environment.get(PREFIX + name);
        if (value == null) {
            throw new IllegalArgumentException("the environment lacks " + PREFIX + name);
        }
        return value;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "broker on port " + kafkaPort + ", store on port " + storePort;
    }
}
