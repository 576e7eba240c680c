package io.astrochrome.preprocess;

import io.astrochrome.events.night.StackOrder;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.prepare.FramePipeline;
import io.astrochrome.platform.KafkaLimits;
import io.astrochrome.platform.retry.Retry;
import io.astrochrome.preprocess.stack.Nights;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreUnavailableException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Makes the pure parts from configuration, at the start, so that a wrong value stops it. */
@ApplicationScoped
class SettingsProducer {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    @Produces
    @Startup
    @Singleton
    PreprocessSettings settings(PreprocessConfig config, KafkaLimits kafka) {
        return PreprocessSettings.of(config, new RecordBudget(kafka.maxValueBytes()));
    }

    @Produces
    @Singleton
    FrameDecoder decoder(PreprocessSettings settings, WorkFolder folder) {
        return new FrameDecoder(settings.limits(), folder.path());
    }

    @Produces
    @Singleton
    FramePipeline pipeline(PreprocessSettings settings) {
        return new FramePipeline(settings.stretches());
    }

    @Produces
    @Singleton
    WorkFolder workFolder(PreprocessConfig config) {
        try {
            return WorkFolder.under(config.workDirectory()
                    .map(Path::of)
                    .orElse(Path.of(System.getProperty("java.io.tmpdir"), "astrochrome-preprocess")));
        } catch (IOException e) {
            throw new UncheckedIOException("astrochrome.preprocess.work-directory cannot be used", e);
        }
    }

    @Produces
    @Singleton
    StoredRequests<StackOrder> stackOrders(ObjectStore store) {
        return new StoredRequests<>(store, ObjectKeys::stackOrder, StackOrder.class, Clock.systemUTC());
    }

    @Produces
    @Singleton
    Nights nights(
            PreprocessConfig config,
            FrameDecoder decoder,
            WorkFolder folder,
            ObjectStore store,
            StoredRequests<StackOrder> orders,
            FrameFetch frames) {
        return new Nights(
                PreprocessSettings.stack(config.stack(), decoder, folder.folder("stacks")),
                store,
                orders::newest,
                frames::linear,
                Clock.systemUTC());
    }

    /** Waits for the store and the disk: no frame is lost to an outage, and none is given up for it. */
    @Produces
    @Singleton
    Retry retry(PreprocessSettings settings, StallWatch watch, StageTimers meters) {
        return new Retry(
                settings.retryPause(),
                LONGEST_PAUSE,
                failure -> failure instanceof StoreUnavailableException || failure instanceof UncheckedIOException,
                failure -> {
                    watch.waitingFor(String.valueOf(failure.getMessage()));
                    meters.retried();
                });
    }

    void close(@Disposes Retry retry) {
        retry.close();
    }

    void close(@Disposes Nights nights) {
        nights.close();
    }
}
