package io.astrochrome.colorize.cli;

import io.astrochrome.colorize.replay.ReplayFigures;
import io.astrochrome.colorize.replay.ReplayWatch;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.model.ColourModel;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Tells the person at the shell how a replay goes on; the bar is shown only where a person looks. Not thread-safe. */
final class ReplayReport implements ReplayWatch, AutoCloseable {
    private static final int BAR_MILLIS = 200;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;
    private @Nullable ProgressBar bar;

    ReplayReport(CommandLine line, boolean quiet) {
        out = line.getOut();
        err = line.getErr();
        this.quiet = quiet;
    }

    @Override
    public void begins(long records) {
        if (!quiet && Watcher.looksOn()) {
            bar = new ProgressBarBuilder()
                    .setTaskName("replaying")
                    .setInitialMax(records)
                    .setUnit(" records", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(BAR_MILLIS)
                    .build();
        }
    }

    @Override
    public void passed() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void coloured(FrameIngested frame) {
        if (bar != null) {
            bar.setExtraMessage(" " + frame.fileName());
        }
    }

    @Override
    public void refused(String name, String reason) {
        if (bar != null) {
            err.print("\r\u001b[K");
        }
        err.println("replay: " + name + ": " + reason);
        err.flush();
    }

    void ends(ColourModel model, ReplayFigures figures) {
        if (quiet) {
            return;
        }
        String gain = figures.scored() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; gain over grey %.2f dB on average over the %d whose true colours are known",
                        figures.meanGainDecibels(),
                        figures.scored());
        out.println(
                figures.coloured() + " frames coloured by " + model.metadata().name() + " ("
                        + model.modelId().substring(0, 12) + "), " + figures.refused() + " refused" + gain);
        out.flush();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
