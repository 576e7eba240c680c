package io.astrochrome.preprocess;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.LabTensor;
import io.astrochrome.preprocess.stack.JudgedSub;
import io.astrochrome.preprocess.stack.Nights;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Shows what the last exposures of a night have added though no further one comes, and what a person has changed. Nothing
 * depends on it: what it could not send is in the next picture.
 */
@ApplicationScoped
class OverduePictures {
    private static final Logger LOG = Logger.getLogger(OverduePictures.class);

    private final Nights nights;
    private final FramePreparation preparation;
    private final RecordSender sender;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "overdue-pictures");
        thread.setDaemon(true);
        return thread;
    });

    OverduePictures(Nights nights, FramePreparation preparation, RecordSender sender) {
        this.nights = nights;
        this.preparation = preparation;
        this.sender = sender;
    }

    void start(@Observes StartupEvent event) {
        clock.scheduleWithFixedDelay(this::show, 1, 1, TimeUnit.SECONDS);
    }

    private void show() {
        try {
            sender.inTurn(() -> {
                List<JudgedSub> overdue = nights.overdue();
                overdue.forEach(this::send);
                return overdue.size();
            });
        } catch (RuntimeException e) {
            LOG.warnf("a picture of a night is left to the next exposure: %s", e.getMessage());
        }
    }

    private void send(JudgedSub judged) {
        Optional<LabTensor> tensor = judged.picture().map(preparation::tensor);
        sender.send(judged.sub());
        tensor.ifPresent(one -> sender.send(one, EventCodec.toBytes(one), Map.of()));
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }
}
