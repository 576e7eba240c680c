package io.astrochrome.preprocess;

import io.astrochrome.events.LabTensor;
import io.astrochrome.preprocess.stack.JudgedSub;
import io.astrochrome.preprocess.stack.Nights;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * Shows what the last exposures of a night have added though no further one comes, and what a person has changed. What does not
 * come about for want of the store or the broker is tried again.
 */
@ApplicationScoped
class OverduePictures {
    private static final Logger LOG = Logger.getLogger(OverduePictures.class);

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Nights nights;
    private final FramePreparation preparation;
    private final RecordSender sender;
    private final PictureThread pictures;

    OverduePictures(Nights nights, FramePreparation preparation, RecordSender sender, PictureThread pictures) {
        this.nights = nights;
        this.preparation = preparation;
        this.sender = sender;
        this.pictures = pictures;
    }

    void start(@Observes StartupEvent event) {
        pictures.repeat(this::show, EVERY);
    }

    private void show() {
        sender.inTurn(() -> {
            if (pictures.isIdle()) { // a picture that waits is of earlier stacks, and goes first
                nights.overdue().forEach(this::make);
            }
            return null;
        });
    }

    private void make(JudgedSub judged) {
        String target = judged.sub().frame().target();
        pictures.make(target, () -> send(judged)).whenComplete((nothing, failure) -> {
            if (failure != null) {
                LOG.warnf("the newest picture of %s did not come about: %s", target, failure.getMessage());
                Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                if (!(cause instanceof QuarantineException)) {
                    nights.notShown(target);
                }
            }
        });
    }

    private CompletableFuture<Void> send(JudgedSub judged) {
        LabTensor tensor = judged.composition().map(preparation::tensor).orElseThrow();
        return CompletableFuture.allOf(sender.send(judged.sub()), sender.send(tensor, Map.of()));
    }
}
