package io.astrochrome.colorize.cli;

import io.astrochrome.model.ColourModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Tells the person at the shell what happens: what is coloured on the standard output, what is not and the progress on the
 * standard error. The bar is shown only where a person looks. Not thread-safe.
 */
final class RunReport implements AutoCloseable {
    private static final int BAR_MILLIS = 200;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;
    private final @Nullable ProgressBar bar;
    private long framesDone;
    private int refusals;
    private long begun;

    RunReport(CommandLine line, int frames, boolean quiet) {
        out = line.getOut();
        err = line.getErr();
        this.quiet = quiet;
        bar = quiet || !Watcher.looksOn()
                ? null
                : new ProgressBarBuilder()
                        .setTaskName("colouring")
                        .setInitialMax((long) frames * FrameProgress.DONE)
                        .setUnit(" frames", FrameProgress.DONE)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(BAR_MILLIS)
                        .build();
    }

    void begin(ColourModel model) {
        say("Model " + model.metadata().name() + " (" + model.modelId().substring(0, 12) + ") on "
                + model.executionProvider() + ": " + model.executionProviderReason());
    }

    /** Begins one frame. */
    FrameProgress next(Path file) {
        begun = System.nanoTime();
        if (bar != null) {
            bar.setExtraMessage(" " + file.getFileName());
        }
        long before = framesDone * FrameProgress.DONE;
        return new FrameProgress(hundredths -> {
            if (bar != null) {
                bar.stepTo(before + hundredths);
            }
        });
    }

    /** Ends it. */
    void ended(Path file, Path stem, ColorizeOutcome outcome) {
        framesDone++;
        if (bar != null) {
            bar.stepTo(framesDone * FrameProgress.DONE);
        }
        if (outcome instanceof ColorizeOutcome.Coloured coloured) {
            say(String.format(
                    Locale.ROOT,
                    "%s (%d x %d) -> %s.png, .jpg%s in %.1f s",
                    file.getFileName(),
                    coloured.width(),
                    coloured.height(),
                    stem.getFileName(),
                    coloured.fits() ? ", .fits" : "",
                    (System.nanoTime() - begun) / 1e9));
            coloured.notes().forEach(note -> say("  " + file.getFileName() + ": " + note));
        } else if (outcome instanceof ColorizeOutcome.OwnPicture) {
            say(file.getFileName() + " skipped: made by Astrochrome");
        } else if (outcome instanceof ColorizeOutcome.Refused refused) {
            refused(refused.reason());
        }
    }

    void refused(String reason) {
        refusals++;
        clearBar();
        err.println("colorize: " + reason);
        err.flush();
    }

    int refusals() {
        return refusals;
    }

    private void say(String text) {
        if (!quiet) {
            clearBar();
            out.println(text);
            out.flush();
        }
    }

    /** The bar draws itself again soon. */
    private void clearBar() {
        if (bar != null) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
