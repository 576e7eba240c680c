package io.astrochrome.trainer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.training.RetrainReason;
import io.astrochrome.events.training.RetrainRequest;
import io.astrochrome.trainer.recipe.RecipeException;
import io.astrochrome.trainer.service.queue.IdleQueue;
import io.astrochrome.trainer.service.queue.RunQueue;
import io.astrochrome.trainer.service.registry.RunRequest;
import io.astrochrome.trainer.service.registry.RunStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrainConsumerTest {
    private static final Instant NOW = Instant.parse("2026-12-01T20:00:00Z");
    private static final RetrainReason REASON = RetrainReason.DRIFT;

    @TempDir
    private Path folder;

    private final List<String> outcomes = new ArrayList<>();
    private RunQueue queue;

    @BeforeEach
    void runsAreTakenInAndNotCarriedOut() {
        queue = IdleQueue.in(folder);
    }

    private void take(byte[] payload) {
        new RetrainConsumer(queue)
                .take(Message.of(payload)
                        .withAck(() -> {
                            outcomes.add("committed");
                            return CompletableFuture.completedFuture(null);
                        })
                        .withNack(reason -> {
                            outcomes.add(reason.getClass().getSimpleName());
                            return CompletableFuture.completedFuture(null);
                        }))
                .toCompletableFuture()
                .join();
    }

    private void take(String requestId, String recipe, String detail) {
        take(EventCodec.toJson(new RetrainRequest(requestId, REASON, recipe, detail, "metrics-service", NOW)));
    }

    @Test
    void aRequestIsCommittedWhenItIsInTheQueue() {
        take("request-1", "light", "the sky is brighter");

        assertThat(outcomes).containsExactly("committed");
        assertThat(queue.runs())
                .containsExactly(RunStatus.queued(new RunRequest(
                        RetrainConsumer.runId("request-1"),
                        "light",
                        REASON.name(),
                        REASON + ": the sky is brighter",
                        "metrics-service",
                        NOW)));
    }

    @Test
    void aReasonWithoutDetailStandsAlone() {
        take("request-1", "light", null);

        assertThat(queue.runs().get(0).request().because()).isEqualTo(REASON.name());
    }

    @Test
    void theSameRequestTwiceIsOneRun() {
        take("request-1", "light", null);
        take("request-1", "light", null);

        assertThat(outcomes).containsExactly("committed", "committed");
        assertThat(queue.runs()).hasSize(1);
    }

    @Test
    void whatIsNoRequestOrNamesNoRecipeIsPutAside() {
        take("{\"requestId\":".getBytes(StandardCharsets.UTF_8));
        take("{}".getBytes(StandardCharsets.UTF_8));
        take("request-1", "ligth", null);

        assertThat(outcomes)
                .containsExactly("EventFormatException", "EventFormatException", RecipeException.class.getSimpleName());
        assertThat(queue.runs()).isEmpty();
    }

    @Property(tries = 200)
    void aRunsIdIsFitForAFoldersNameWhateverTheRequestsIs(@ForAll String requestId) {
        String runId = RetrainConsumer.runId(requestId);

        assertThat(runId).matches("[0-9a-f-]{36}").isEqualTo(RetrainConsumer.runId(requestId));
    }

    @Test
    void anotherRequestIsAnotherRun() {
        assertThat(RetrainConsumer.runId("../../etc")).isNotEqualTo(RetrainConsumer.runId("../etc"));
        assertThat(RetrainConsumer.runId("a"))
                .as("RFC 4122, version 3")
                .isEqualTo("0cc175b9-c0f1-36a8-b1c3-99e269772661");
        assertThat(UUID.fromString(RetrainConsumer.runId("")).version()).isEqualTo(3);
    }
}
