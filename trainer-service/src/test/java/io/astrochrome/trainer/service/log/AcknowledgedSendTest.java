package io.astrochrome.trainer.service.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.astrochrome.trainer.service.SentMessages;
import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class AcknowledgedSendTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static void send(SentMessages channel, Duration patience) {
        AcknowledgedSend.send(channel, Message.of(new byte[] {1, 2}), patience);
    }

    @Test
    void returnsWhenTheBrokerHasIt() {
        SentMessages channel = SentMessages.taken();

        send(channel, LONG);

        assertThat(channel.messages()).hasSize(1);
        assertThat(channel.messages().get(0).getPayload()).containsExactly(1, 2);
    }

    @Test
    void whatTheBrokerDoesNotTakeIsAnErrorThatSaysWhy() {
        IOException full = new IOException("no space left");

        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> send(SentMessages.refused(full), LONG))
                .withMessage("the broker does not take an event")
                .withCause(full);
    }

    @Test
    void aBrokerThatSaysNothingIsWaitedForNoLongerThanThat() {
        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> send(SentMessages.unanswered(), Duration.ofMillis(5)))
                .withMessage("the broker has not taken an event for PT0.005S");
    }

    @Test
    void aThreadThatIsInterruptedStaysSo() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> send(SentMessages.unanswered(), LONG))
                .withMessage("interrupted while telling the broker");

        assertThat(Thread.interrupted()).isTrue();
    }
}
