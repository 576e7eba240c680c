package io.astrochrome.trainer.service.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import io.astrochrome.trainer.service.PlainConfig;
import io.astrochrome.trainer.service.SentMessages;
import io.astrochrome.trainer.service.TrainerName;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressPublisherTest {
    private static final RunRequest REQUEST =
            new RunRequest("run-7", "light", "DRIFT", "the sky is brighter", "metrics-service", Instant.EPOCH);

    @TempDir
    private Path folder;

    private final SentMessages channel = SentMessages.taken();

    private ProgressPublisher publisher(SentMessages messages) {
        return new ProgressPublisher(messages, new TrainerName(new PlainConfig(folder)));
    }

    @Test
    void anEventSaysWhoseRunItIsAndHowFarItIs() {
        ProgressPublisher publisher = publisher(channel);

        publisher.publish(new RunStatus(
                REQUEST, TrainingState.RUNNING, "warm-up", 700, 1000, Map.of("total", 0.5), 60L, "measured"));

        TrainingProgress event = channel.progress().get(0);
        assertThat(event)
                .isEqualTo(new TrainingProgress(
                        "run-7",
                        "light",
                        publisher.trainer(),
                        TrainingState.RUNNING,
                        "warm-up",
                        700,
                        1000,
                        Map.of("total", 0.5),
                        60L,
                        "measured",
                        event.at()));
    }

    @Test
    void aRunThatHasNotBegunIsInNoPhase() {
        publisher(channel).publish(RunStatus.queued(REQUEST));

        assertThat(channel.progress().get(0).phase()).isEqualTo("none");
    }

    @Test
    void allEventsOfARunHaveItsIdForAKeyAndIdsOfTheirOwn() {
        publisher(channel).publish(RunStatus.queued(REQUEST));
        TrainingProgress sent = channel.progress().get(0);

        assertThat(channel.messages().get(0).getMetadata())
                .hasAtLeastOneElementOfType(OutgoingCloudEventMetadata.class)
                .hasAtLeastOneElementOfType(OutgoingKafkaRecordMetadata.class)
                .allSatisfy(part -> {
                    if (part instanceof OutgoingCloudEventMetadata<?> event) {
                        assertThat(event.getId())
                                .isEqualTo("run-7-0-" + sent.at().toEpochMilli());
                        assertThat(event.getSource()).hasToString("/astrochrome/trainer-service");
                    } else if (part instanceof OutgoingKafkaRecordMetadata<?> record) {
                        assertThat(record.getKey()).isEqualTo("run-7");
                    }
                });
    }

    @Test
    void oneThatMustBeKnownToBeThereFailsWhereItIsNot() {
        ProgressPublisher refused = publisher(SentMessages.refused(new IOException("away")));

        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> refused.publishAcknowledged(RunStatus.queued(REQUEST)));
        refused.publish(RunStatus.queued(REQUEST));

        publisher(channel).publishAcknowledged(RunStatus.queued(REQUEST));
        assertThat(channel.progress()).hasSize(1);
    }
}
