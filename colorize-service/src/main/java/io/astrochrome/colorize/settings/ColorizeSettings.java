package io.astrochrome.colorize.settings;

import io.astrochrome.imaging.decode.FileTrouble;
import io.astrochrome.imaging.write.PictureSettings;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.platform.attempt.ProcessFolder;
import io.astrochrome.platform.retry.Retry;
import io.astrochrome.storage.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The configuration with every rule checked; each message names the key that breaks one.
 *
 * @param session how ONNX Runtime runs
 * @param pictures how pictures are written
 * @param maxBatch most frames of one shape that go through the network together
 * @param maxUnderWay most frames between arrival and the commit of their offset
 * @param composers frames composed side by side
 * @param composingMegapixels most pixels composed side by side, in millions
 * @param scratch where pictures lie before they are in the store; the process's own
 */
public record ColorizeSettings(
        SessionSettings session,
        PictureSettings pictures,
        int maxBatch,
        int maxUnderWay,
        int composers,
        int composingMegapixels,
        Path scratch,
        Duration retryFirst,
        Duration retryMost,
        Duration stallAfter) {
    /** A network's operators follow each other; the threads are within one. */
    private static final int OPERATORS_SIDE_BY_SIDE = 1;

    /** Faster only where nothing else wants the processors, which pictures always do. */
    private static final boolean SPINNING = false;

    public ColorizeSettings {
        within("max-batch", maxBatch, 1, 256);
        within("max-under-way", maxUnderWay, 1, 4096);
        within("composers", composers, 1, 64);
        within("composing-megapixels", composingMegapixels, 1, 4096);
        positive("retry-first", retryFirst);
        positive("retry-most", retryMost);
        positive("stall-after", stallAfter);
        if (retryMost.compareTo(retryFirst) < 0) {
            throw new IllegalArgumentException(
                    key("retry-most") + " must not be shorter than retry-first, not " + retryMost);
        }
    }

    /** Of the configuration. */
    public static ColorizeSettings of(ColorizeConfig config) {
        int processors = Runtime.getRuntime().availableProcessors();
        within("intra-op-threads", config.intraOpThreads(), 0, 1024);
        within("preview-side", config.previewSide(), 16, 65_500);
        within("png-level", config.pngLevel(), 1, 9);
        if (!(config.previewQuality() > 0 && config.previewQuality() <= 1)) {
            throw new IllegalArgumentException(
                    key("preview-quality") + " must be in (0, 1], not " + config.previewQuality());
        }
        return new ColorizeSettings(
                new SessionSettings(
                        config.intraOpThreads() == 0 ? processors : config.intraOpThreads(),
                        OPERATORS_SIDE_BY_SIDE,
                        config.preferCuda(),
                        SPINNING),
                new PictureSettings(config.previewSide(), config.previewQuality(), config.pngLevel(), 1)
                        .withThreads(processors),
                config.maxBatch(),
                config.maxUnderWay(),
                config.composers(),
                config.composingMegapixels(),
                scratch(config),
                config.retryFirst(),
                config.retryMost(),
                config.stallAfter());
    }

    /** Of this process alone: what one that was killed has left there is gone. */
    private static Path scratch(ColorizeConfig config) {
        Path parent = config.scratch().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
        try {
            return ProcessFolder.under(parent, "astrochrome-colorize");
        } catch (IOException e) {
            throw new UncheckedIOException(key("scratch") + ": " + parent + " takes no folder", e);
        }
    }

    /** Tries again while the store does not answer, or the disk takes nothing. */
    public Retry retry() {
        return new Retry(
                retryFirst,
                retryMost,
                failure -> failure instanceof StoreUnavailableException || FileTrouble.isOfTheDisk(failure));
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    key(name) + " must be between " + least + " and " + most + ", not " + value);
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(key(name) + " must be longer than nothing, not " + value);
        }
    }

    private static String key(String name) {
        return "astrochrome.colorize." + name;
    }
}
