package io.astrochrome.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import kafka.tools.StorageTool;

/** The configuration of a broker that is its own controller and the only one: small, and quick to start. */
record BrokerSettings(Path dataDir, int port, int controllerPort, long maxMessageBytes, List<SecuredListener> secured) {
    static final String HOST = "127.0.0.1";

    /** The broker's default of 128 MiB is for logs of many gigabytes a day. */
    private static final long CLEANER_BYTES = 8L << 20;

    /** A group that was away longer than the broker's default of a week would begin anew and do all its work again. */
    private static final Duration PLACES_KEPT = Duration.ofDays(365);

    Properties properties() {
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", "1");
        p.setProperty("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        p.setProperty("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.setProperty("log.dirs", dataDir.resolve("kafka").toAbsolutePath().toString());
        p.setProperty("message.max.bytes", Long.toString(maxMessageBytes));
        p.setProperty("replica.fetch.max.bytes", Long.toString(maxMessageBytes));
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("offsets.retention.minutes", Long.toString(PLACES_KEPT.toMinutes()));
        alone(p);
        small(p);
        secured.forEach(listener -> listener.addTo(p));
        return p;
    }

    /** There is nobody to replicate to, and nobody to wait for. */
    private static void alone(Properties p) {
        for (String internal :
                new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            p.setProperty(internal + ".replication.factor", "1");
            p.setProperty(internal + ".num.partitions", "4");
        }
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        // A broker that starts again waits until its own last session has ended, also after an orderly stop.
        p.setProperty("broker.session.timeout.ms", "3000");
        p.setProperty("broker.heartbeat.interval.ms", "500");
    }

    private static void small(Properties p) {
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "2");
        p.setProperty("background.threads", "2");
        p.setProperty("log.cleaner.dedupe.buffer.size", Long.toString(CLEANER_BYTES));
    }

    /** Prepares the folder for the cluster; one that is prepared already is left as it is. */
    void format(String clusterId) throws IOException {
        Path file = dataDir.resolve("broker.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties().store(out, null);
        }
        var said = new ByteArrayOutputStream();
        String[] arguments = {"format", "-t", clusterId, "-c", file.toString(), "--ignore-formatted"};
        int status = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IOException("formatting " + dataDir + " failed: " + said.toString(StandardCharsets.UTF_8));
        }
    }
}
