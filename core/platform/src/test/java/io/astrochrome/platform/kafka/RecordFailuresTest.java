package io.astrochrome.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class RecordFailuresTest {
    @Test
    void areOfTheRecordWhereNoBrokerWouldTakeIt() {
        assertThat(RecordFailures.areOfTheRecord(new RecordTooLargeException())).isTrue();
        assertThat(RecordFailures.areOfTheRecord(new CompletionException(new RecordTooLargeException())))
                .isTrue();
    }

    @Test
    void areNotWhereWaitingOrAPersonHelps() {
        assertThat(RecordFailures.areOfTheRecord(new TimeoutException())).isFalse();
        assertThat(RecordFailures.areOfTheRecord(new TopicAuthorizationException("colorized.v1")))
                .isFalse();
        assertThat(RecordFailures.areOfTheRecord(new KafkaException("the producer is closed")))
                .isFalse();
    }
}
