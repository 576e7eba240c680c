package io.astrochrome.metrics.observatory.web;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameStack;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.PictureReferences;
import io.astrochrome.metrics.observatory.feed.Colouring;
import io.astrochrome.metrics.observatory.feed.FeedItem;
import io.astrochrome.metrics.observatory.feed.Score;
import io.astrochrome.metrics.sample.SampleFrame;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Items of the feed. */
final class Items {
    static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00Z");

    private static final BufferedImage SKY = new BufferedImage(90, 64, BufferedImage.TYPE_INT_RGB);

    private Items() {}

    static SampleFrame frame(String target, int number) {
        return SampleFrame.of(target, number + ".fits", SKY, NIGHT.plusSeconds(number));
    }

    static FeedItem waiting(String target, int number) {
        return new FeedItem(frame(target, number).frame(), null, null);
    }

    static FeedItem coloured(String target, int number, Duration took, Score score) {
        return coloured(target, number, took, score, "look:warm", null);
    }

    static FeedItem coloured(String target, int number, Duration took, Score score, String palette, FrameStack stack) {
        FrameColorized made = frame(target, number).colorized(SampleFrame.MODEL, 0.5);
        Colouring colouring = new Colouring(
                made.modelId(),
                made.modelName(),
                made.executionProvider(),
                made.geometry(),
                made.stretch(),
                made.stageMillis(),
                made.pictures(),
                made.frame().ingestedAt().plus(took),
                palette,
                stack);
        return new FeedItem(made.frame(), colouring, score);
    }

    /** The same of a frame that was no FITS file. */
    static FeedItem withoutFits(FeedItem item) {
        Colouring with = item.colouring();
        Colouring without = new Colouring(
                with.modelId(),
                with.modelName(),
                with.executionProvider(),
                with.geometry(),
                with.stretch(),
                with.stageMillis(),
                new PictureReferences(with.pictures().png(), with.pictures().preview(), null),
                with.colorizedAt(),
                with.palette(),
                with.stack());
        return new FeedItem(item.frame(), without, item.score());
    }

    static FrameStack stack() {
        return new FrameStack(
                SampleFrame.sha256("a stack"),
                "sho",
                Map.of("Ha", 2),
                Map.of("Ha", 120.0),
                0.5,
                0.25,
                0.25,
                new ObjectReference("astrochrome", "composites/a", 1, SampleFrame.sha256("colours")));
    }

    static Score score(Double psnr, Double gain) {
        return new Score(psnr, 28.0, gain, 0.9, 0.8, 4.0, 6.0, 0.8, NIGHT);
    }
}
