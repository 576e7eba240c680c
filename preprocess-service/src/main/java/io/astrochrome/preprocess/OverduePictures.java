package io.astrochrome.preprocess;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.LabTensor;
import io.astrochrome.preprocess.stack.JudgedSub;
import io.astrochrome.preprocess.stack.Nights;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Shows what the last exposures of a night have added though no further one comes, and what a person has changed. Nothing
 * depends on it: what it could not send is in the next picture.
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
        try {
            // A picture that waits is of earlier stacks, and goes first.
            sender.inTurn(() -> pictures.isIdle() ? nights.overdue() : List.<JudgedSub>of())
                    .forEach(this::send);
        } catch (RuntimeException e) {
            LOG.warnf("a picture of a night is left to the next exposure: %s", e.getMessage());
        }
    }

    private void send(JudgedSub judged) {
        Optional<LabTensor> tensor = judged.composition().map(preparation::tensor);
        sender.send(judged.sub());
        tensor.ifPresent(one -> sender.send(one, EventCodec.toBytes(one), Map.of()));
    }
}
