package io.astrochrome.preprocess;

import io.astrochrome.events.LabTensor;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.preprocess.stack.JudgedSub;
import io.astrochrome.preprocess.stack.Nights;
import io.astrochrome.storage.StoreException;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * Shows what the last exposures of a night have added though no further one comes, also where whoever stacked them has ended before
 * it could, and what a person has changed. What does not come about for want of the store or the broker is tried again.
 */
@ApplicationScoped
class OverduePictures {
    private static final Logger LOG = Logger.getLogger(OverduePictures.class);

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Nights nights;
    private final FramePreparation preparation;
    private final RecordSender sender;
    private final PictureThread pictures;
    private final TargetHandover targets;

    OverduePictures(
            Nights nights,
            FramePreparation preparation,
            RecordSender sender,
            PictureThread pictures,
            @Identifier(TargetHandover.NAME) TargetHandover targets) {
        this.targets = targets;
        this.nights = nights;
        this.preparation = preparation;
        this.sender = sender;
        this.pictures = pictures;
    }

    void start(@Observes StartupEvent event) {
        pictures.repeat(this::show, EVERY);
    }

    private void show() {
        if (targets.partitionsCame()) {
            recall();
        }
        sender.inTurn(() -> {
            if (pictures.isIdle()) { // a picture that waits is of earlier stacks, and goes first
                nights.overdue(targets::has).forEach(this::make);
            }
            return null;
        });
    }

    private void recall() {
        try {
            nights.recall(targets::has);
        } catch (StoreException | UncheckedIOException e) {
            LOG.warnf("whether pictures of nights are due is looked at again: %s", e.getMessage());
            targets.askAgain();
        }
    }

    private void make(JudgedSub judged) {
        String target = judged.sub().frame().target();
        var unused = pictures.make(target, () -> send(judged)).whenComplete((nothing, failure) -> {
            if (failure == null) {
                pictures.afterwards(() -> noteShown(judged.sub()));
            } else {
                LOG.warnf("the newest picture of %s did not come about: %s", target, failure.getMessage());
                Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                if (!(cause instanceof QuarantineException)) {
                    pictures.afterwards(() -> nights.notShown(target));
                }
            }
        });
    }

    private void noteShown(SubJudged newest) {
        try {
            nights.shown(newest);
        } catch (StoreException e) {
            LOG.debugf(
                    "the picture of %s may be sent once more after a start: %s",
                    newest.frame().target(), e.getMessage());
        }
    }

    private CompletableFuture<Void> send(JudgedSub judged) {
        LabTensor tensor = judged.composition().map(preparation::tensor).orElseThrow();
        return CompletableFuture.allOf(sender.send(judged.sub()), sender.send(tensor, Map.of()));
    }
}
