package io.astrochrome.trainer.cli;

import io.astrochrome.trainer.run.RunEvent;
import io.astrochrome.trainer.run.RunListener;
import io.astrochrome.trainer.run.ValidationFigures;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A run on the terminal: a bar with losses, validation gain and time left, or a line now and then where there is no
 * terminal.
 */
final class TerminalProgress implements RunListener, AutoCloseable {
    private static final long LINE_EVERY_NANOS = Duration.ofSeconds(30).toNanos();
    private static final double SMOOTHING = 0.05;

    private final PrintWriter screen;
    private final boolean plain;
    private final Map<String, Double> smoothed = new LinkedHashMap<>();
    private @Nullable ProgressBar bar;
    private @Nullable ValidationFigures latest;
    private long lastLine = System.nanoTime() - 2 * LINE_EVERY_NANOS;

    TerminalProgress(PrintWriter screen, boolean plain) {
        this.screen = screen;
        this.plain = plain || !hasTerminal();
    }

    /** From Java 22 on there is a console without a terminal, and a method to ask it. */
    private static boolean hasTerminal() {
        return Optional.ofNullable(System.console())
                .map(console -> {
                    try {
                        return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
                    } catch (ReflectiveOperationException e) {
                        return true;
                    }
                })
                .orElse(false);
    }

    @Override
    public void heard(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            start(started);
        } else if (event instanceof RunEvent.Stepped stepped) {
            step(stepped);
        } else if (event instanceof RunEvent.Validated validated) {
            latest = validated.figures();
            line(validated.step(), gain(latest) + (validated.best() ? ", the best so far" : ""));
        } else if (event instanceof RunEvent.ModelExported exported) {
            line(exported.step(), "model written to " + exported.file());
        } else if (event instanceof RunEvent.Warned warned) {
            line(warned.step(), warned.message());
        } else if (event instanceof RunEvent.Ended ended) {
            end(ended);
        }
    }

    private void start(RunEvent.Started started) {
        if (started.resumed()) {
            screen.println("resumed after step " + started.step());
            screen.flush();
        }
        if (!plain) {
            bar = new ProgressBarBuilder()
                    .setTaskName("training")
                    .setInitialMax(started.totalSteps())
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUpdateIntervalMillis(500)
                    .hideEta()
                    .build();
            bar.stepTo(started.step());
        }
    }

    private void step(RunEvent.Stepped stepped) {
        stepped.losses().forEach((name, value) -> smoothed.merge(name, value, (a, b) -> a + SMOOTHING * (b - a)));
        String text = stepped.phase() + "  " + losses() + (latest == null ? "" : "  " + gain(latest)) + "  "
                + clock(stepped.left()) + " left";
        if (bar != null) {
            bar.stepTo(stepped.step() + 1);
            bar.setExtraMessage(text);
        } else if (System.nanoTime() - lastLine > LINE_EVERY_NANOS) {
            lastLine = System.nanoTime();
            line(stepped.step(), String.format(Locale.ROOT, "%s  %.2f steps/s", text, stepped.rate()));
        }
    }

    private String losses() {
        return smoothed.entrySet().stream()
                .filter(loss -> !loss.getKey().endsWith("gradientNorm"))
                .map(loss -> String.format(Locale.ROOT, "%s %.4g", loss.getKey(), loss.getValue()))
                .collect(Collectors.joining("  "));
    }

    private static String gain(ValidationFigures figures) {
        return String.format(
                Locale.ROOT,
                "gain %+.2f dB mean, %+.2f pooled, colourfulness %.2f of the truth's",
                figures.meanGainDecibels(),
                figures.pooledGainDecibels(),
                figures.colourfulnessRatio());
    }

    private static String clock(Duration left) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }

    private void line(long step, String text) {
        screen.println((bar == null ? "" : "\r") + "step " + step + ": " + text);
        screen.flush();
    }

    private void end(RunEvent.Ended ended) {
        close();
        line(
                ended.step(),
                ended.outcome().end().name().toLowerCase(Locale.ROOT) + ": "
                        + ended.outcome().reason());
        ended.outcome().model().ifPresent(model -> screen.println("The best model is " + model));
        screen.flush();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
