package io.astrochrome.colorize.stream;

import io.astrochrome.colorize.composing.FramePictures;
import io.astrochrome.colorize.composing.PixelPermits;
import io.astrochrome.colorize.model.ServedModels;
import io.astrochrome.colorize.model.rollout.ChallengerTrial;
import io.astrochrome.colorize.model.rollout.DecisionFeed;
import io.astrochrome.colorize.palette.PaletteChooser;
import io.astrochrome.colorize.settings.ColorizeSettings;
import io.astrochrome.colorize.stream.network.InferenceLoop;
import io.astrochrome.colorize.stream.network.ShadowLoop;
import io.astrochrome.colorize.stream.publish.ColorizedPublisher;
import io.astrochrome.colorize.stream.publish.FrameCompletion;
import io.astrochrome.colorize.stream.publish.PublishedFrames;
import io.astrochrome.colorize.stream.publish.RetryingObjectStore;
import io.astrochrome.colorize.stream.publish.ShadowPublisher;
import io.astrochrome.colorize.stream.queue.Channels;
import io.astrochrome.colorize.stream.queue.ColorizeMeters;
import io.astrochrome.colorize.stream.queue.DeliveryQueue;
import io.astrochrome.colorize.stream.queue.FrameDeduplicator;
import io.astrochrome.events.Topics;
import io.astrochrome.platform.attempt.Attempts;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.retry.Retry;
import io.astrochrome.platform.tracing.Traces;
import io.astrochrome.storage.ObjectStore;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes LAB tensors from the topic. At-least-once: an offset is committed when the frame's event is on {@code
 * colorized.v1}, or its record on the dead-letter topic. Order per target holds. At most {@code max-under-way} records are
 * in memory; while the store or the broker is away they wait, and no more are taken.
 */
@Singleton
final class ColorizeStream {
    private static final Logger LOG = Logger.getLogger(ColorizeStream.class);
    private static final int REMEMBERED_FRAMES = 20_000;

    /** Frames that wait to be coloured unseen; the oldest are passed over beyond that. */
    private static final int SHADOW_BACKLOG = 8;

    private static final long STOP_SECONDS = 5;

    private final DeliveryQueue deliveries;
    private final ExecutorService composers;
    private final DecisionFeed decisions;
    private final InferenceLoop network;
    private final Thread intake;
    private final Thread inference;
    private final Thread shadow;

    ColorizeStream(
            ColorizeSettings settings,
            ServedModels models,
            ChallengerTrial trial,
            DecisionFeed decisions,
            @Identifier(Assignments.NAME) Assignments assignments,
            ShadowPublisher trials,
            ObjectStore store,
            ColorizedPublisher publisher,
            ColorizeMeters meters,
            Traces traces,
            Attempts attempts,
            KafkaClients clients) {
        PublishedFrames published = new PublishedFrames(
                clients.reading(Topics.COLORIZED), settings.maxUnderWay(), PublishedFrames.PATIENCE);
        deliveries = new DeliveryQueue(settings.maxUnderWay(), traces, assignments::tenure);
        assignments.finishWhen(() -> deliveries.underWay() == 0);
        composers = Executors.newFixedThreadPool(settings.composers(), new NamedThreads("colorize-composer"));
        FramePictures pictures = new FramePictures(
                settings.pictures(), new PixelPermits(settings.composingMegapixels()), settings.scratch());
        Retry retry = settings.retry();
        ObjectStore patient = new RetryingObjectStore(store, retry);
        PaletteChooser palettes = new PaletteChooser(patient, settings.scratch());
        FrameDeduplicator known = new FrameDeduplicator(
                REMEMBERED_FRAMES, assignments::haveChanged, () -> published.pictureIds(assignments.committed()));
        FrameCompletion completion =
                new FrameCompletion(pictures, patient, retry, palettes, publisher, known, meters, composers);
        ShadowLoop unseen = new ShadowLoop(models, trial, trials, () -> deliveries.underWay() == 0, SHADOW_BACKLOG);
        this.decisions = decisions;
        network = new InferenceLoop(settings.maxBatch(), models, trial, completion, unseen, meters, traces);
        meters.watch(deliveries::underWay, () -> deliveries.waiting() + network.waiting());
        intake = new NamedThreads("colorize-intake")
                .newThread(new IntakeLoop(deliveries, known, palettes, network, completion, attempts, meters));
        intake.start();
        inference = new NamedThreads("colorize-inference").newThread(this::colourWhenDecided);
        inference.start();
        shadow = new NamedThreads("colorize-shadow").newThread(unseen);
        shadow.start();
    }

    /** No frame is coloured by a model that was replaced before this run. */
    private void colourWhenDecided() {
        try {
            decisions.awaitSettled();
            network.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes one record; completes when there is room for the next. */
    @Incoming(Channels.LAB_TENSORS)
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> accept(Message<byte[]> message) {
        return deliveries.add(message);
    }

    /** For how long frames have waited without one being finished; empty where none waits. */
    Optional<Duration> withoutProgress() {
        return deliveries.withoutProgress();
    }

    /** Whether the threads that feed the network live. */
    boolean runs() {
        return intake.isAlive() && inference.isAlive();
    }

    @PreDestroy
    void stop() {
        intake.interrupt();
        inference.interrupt();
        shadow.interrupt();
        composers.shutdownNow();
        try {
            inference.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            if (!composers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a frame is still being composed; it will come again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deliveries.forgive();
    }
}
