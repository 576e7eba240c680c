package io.astrochrome.ingest.folder;

import io.astrochrome.ingest.IngestConfig;
import io.astrochrome.ingest.intake.FrameIntake;
import io.astrochrome.platform.attempt.Attempts;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks at the watched folder again and again, on a thread of its own. Looking is used instead of the system's file
 * events because those do not come from network folders, which observatories use.
 */
@ApplicationScoped
class FolderWatch {
    private static final Logger LOG = Logger.getLogger(FolderWatch.class);
    private static final String PREFIX = "astrochrome.ingest.watch.";
    /** Hidden, so that it is no part of what is watched. */
    private static final String BEGUN = ".astrochrome-begun";

    private final IngestConfig.Watch config;
    private final FrameIntake intake;
    private final ScheduledExecutorService looker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "folder-watch"));

    private Future<?> looks = CompletableFuture.completedFuture(null);

    FolderWatch(IngestConfig config, FrameIntake intake) {
        this.config = config.watch();
        this.intake = intake;
    }

    void start(@Observes StartupEvent started) {
        if (config.folder().isEmpty()) {
            return;
        }
        Path folder = config.folder().get();
        long pollMillis = positive("poll-interval", config.pollInterval()).toMillis();
        FolderIntake folderIntake = folderIntake(folder);
        looks = looker.scheduleWithFixedDelay(() -> look(folder, folderIntake), 0, pollMillis, TimeUnit.MILLISECONDS);
        LOG.infof("watching %s", folder);
    }

    private FolderIntake folderIntake(Path folder) {
        CompleteFiles complete = new CompleteFiles(positive("quiet-period", config.quietPeriod()));
        try {
            Files.createDirectories(folder);
            HandledFiles handled =
                    switch (config.afterIntake()) {
                        case MOVE -> new MovedFiles(folder);
                        case REMEMBER -> new RememberedFiles(folder);
                    };
            Attempts attempts = new Attempts(folder.resolve(BEGUN));
            return new FolderIntake(
                    new FolderNames(folder, config.filterFolders()),
                    config.purpose(),
                    complete,
                    handled,
                    attempts,
                    intake);
        } catch (IOException e) {
            throw new IllegalArgumentException(PREFIX + "folder: " + folder + " cannot be used: " + e, e);
        }
    }

    /** Whatever goes wrong with one look, there is a next one. */
    private static void look(Path folder, FolderIntake intake) {
        try {
            intake.look(Instant.now());
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "could not look through %s", folder);
        }
    }

    private static Duration positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(PREFIX + key + " must be longer than nothing, not " + value);
        }
        return value;
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        looks.cancel(false);
        looker.shutdown();
        if (!looker.awaitTermination(10, TimeUnit.SECONDS)) {
            looker.shutdownNow();
        }
    }
}
