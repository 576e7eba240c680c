package io.astrochrome.colorize.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Everything under {@code astrochrome.colorize}; {@link ColorizeSettings} holds the rules that the values must keep. */
@ConfigMapping(prefix = "astrochrome.colorize")
public interface ColorizeConfig {
    /** The ONNX file to colour with, or a folder of which it is {@code champion.onnx}, or else the last {@code *.onnx} by name. */
    Path model();

    /** What the file's SHA-256 must be; anything where it is not given. */
    Optional<String> modelSha256();

    /** Threads within one operator of the network; 0 for one per processor. */
    @WithDefault("0")
    int intraOpThreads();

    /** Whether the CUDA execution provider is tried before the CPU. */
    @WithDefault("true")
    boolean preferCuda();

    /** Most frames of one shape that go through the network together. */
    @WithDefault("4")
    int maxBatch();

    /** Most frames between arrival and the commit of their offset; a tensor is about half a megabyte. */
    @WithDefault("24")
    int maxUnderWay();

    /** Frames composed side by side. */
    @WithDefault("2")
    int composers();

    /** Most pixels composed side by side, in millions; a larger frame is composed alone. */
    @WithDefault("64")
    int composingMegapixels();

    /** The JPEG preview's longest side in px. */
    @WithDefault("2048")
    int previewSide();

    /** The JPEG preview's quality in (0, 1]. */
    @WithDefault("0.9")
    float previewQuality();

    /** Compression of the PNG, 1 (fast) to 9 (small). */
    @WithDefault("1")
    int pngLevel();

    /** Where pictures lie before they are in the store; the system's temporary folder where it is not given. */
    Optional<Path> scratch();

    /** First wait before the store or the broker is tried again; doubled each time. */
    @WithDefault("200ms")
    Duration retryFirst();

    /** Longest wait before the store or the broker is tried again. */
    @WithDefault("10s")
    Duration retryMost();

    /** How long frames may wait without any being finished until the liveness check is red. */
    @WithDefault("120s")
    Duration stallAfter();
}
