package io.astrochrome.bench.chaos;

import io.astrochrome.events.Topics;
import io.astrochrome.standalone.demo.OutcomeReader;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.jspecify.annotations.Nullable;

/** A broker that is there, and slow, or takes no records. */
final class BrokerFaults implements AutoCloseable {
    private static final long MILLIS = 8000;
    /** A tensor or two. What was fetched before counts as well: with less, a backlog's batch keeps its client away for many minutes. */
    private static final double BYTES_A_SECOND = 300_000;

    private static final double NO_LIMIT = 1e12;
    private static final List<String> QUOTAS = List.of("producer_byte_rate", "consumer_byte_rate");
    private static final List<String> TOPICS = List.of(Topics.FRAMES, Topics.LAB_TENSORS, Topics.COLORIZED);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long RETRY_MILLIS = 500;

    private final Admin admin;

    BrokerFaults(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    List<Fault> all() {
        return List.of(
                new Fault("a slow broker", random -> during(random, this::slow, this::quick)),
                new Fault("a broker that takes no records", random -> during(random, this::refusing, this::taking)));
    }

    /** Everybody but who counts gets and gives a few tensors a second. */
    private KafkaFuture<Void> slow() {
        return limit(BYTES_A_SECOND, NO_LIMIT);
    }

    private KafkaFuture<Void> quick() {
        return limit(null, null);
    }

    private KafkaFuture<Void> limit(@Nullable Double everybody, @Nullable Double counting) {
        return admin.alterClientQuotas(List.of(quota(null, everybody), quota(OutcomeReader.CLIENT_ID, counting)))
                .all();
    }

    /**
     * What a client may send and fetch.
     *
     * @param client null for everybody who has none of their own
     */
    private static ClientQuotaAlteration quota(@Nullable String client, @Nullable Double bytesASecond) {
        return new ClientQuotaAlteration(
                new ClientQuotaEntity(Collections.singletonMap(ClientQuotaEntity.CLIENT_ID, client)),
                QUOTAS.stream()
                        .map(quota -> new ClientQuotaAlteration.Op(quota, bytesASecond))
                        .toList());
    }

    /** There is one broker, and two would have to have each record. */
    private KafkaFuture<Void> refusing() {
        return replicas(AlterConfigOp.OpType.SET);
    }

    private KafkaFuture<Void> taking() {
        return replicas(AlterConfigOp.OpType.DELETE);
    }

    private KafkaFuture<Void> replicas(AlterConfigOp.OpType how) {
        Collection<AlterConfigOp> two = List.of(new AlterConfigOp(new ConfigEntry("min.insync.replicas", "2"), how));
        return admin.incrementalAlterConfigs(TOPICS.stream()
                        .collect(Collectors.toMap(
                                topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic), topic -> two)))
                .all();
    }

    private static void during(SplittableRandom random, Setting wrong, Setting right) throws Exception {
        set(wrong);
        Thread.sleep(random.nextLong(MILLIS));
        set(right);
    }

    /** The broker may be away just now. */
    private static void set(Setting setting) throws InterruptedException, ExecutionException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                setting.make().get();
                return;
            } catch (ExecutionException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }

    private interface Setting {
        KafkaFuture<Void> make();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
