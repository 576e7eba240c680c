package io.astrochrome.colorize.stream.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class TargetSequencerTest {
    private final TargetSequencer order = new TargetSequencer();
    private final List<String> ended = new ArrayList<>();

    private CompletionStage<Void> end(String frame, Throwable failure) {
        ended.add(failure == null ? frame : failure.getMessage());
        return CompletableFuture.completedFuture(null);
    }

    @Test
    void endsATargetsFramesInTheirOrderWhicheverIsReadyFirst() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = new CompletableFuture<>();
        order.then("M51", first, this::end);
        order.then("M51", second, this::end);

        second.complete("second");
        assertThat(ended).isEmpty();
        first.complete("first");

        assertThat(ended).containsExactly("first", "second");
        assertThat(order.targets()).isZero();
    }

    @Test
    void letsOtherTargetsPass() {
        order.then("M51", new CompletableFuture<String>(), this::end);
        order.then("M101", CompletableFuture.completedFuture("other"), this::end);

        assertThat(ended).containsExactly("other");
        assertThat(order.targets()).isEqualTo(1);
    }

    @Test
    void goesOnAfterAFrameThatFailedAndAfterAnEndThatThrew() {
        order.then("M51", CompletableFuture.<String>failedFuture(new IllegalStateException("failed")), this::end);
        order.then("M51", CompletableFuture.completedFuture("thrown"), (frame, failure) -> {
            throw new IllegalStateException("in the end itself");
        });
        order.then("M51", CompletableFuture.completedFuture("last"), this::end);

        assertThat(ended).containsExactly("failed", "last");
        assertThat(order.targets()).isZero();
    }

    @Test
    void waitsForTheEndBefore() {
        CompletableFuture<Void> published = new CompletableFuture<>();
        order.then("M51", CompletableFuture.completedFuture("first"), (frame, failure) -> published);
        order.then("M51", CompletableFuture.completedFuture("second"), this::end);
        assertThat(ended).isEmpty();

        published.complete(null);

        assertThat(ended).containsExactly("second");
    }
}
