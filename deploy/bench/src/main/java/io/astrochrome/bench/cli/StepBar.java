package io.astrochrome.bench.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows what a measurement is doing, with the time it has taken; nothing where
 * {@code ./run} found that nobody watches a terminal. */
final class StepBar implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    StepBar(String task) {
        bar = !Boolean.getBoolean("astrochrome.terminal")
                ? null
                : new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(-1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .clearDisplayOnFinish()
                        .build();
    }

    void at(String step) {
        if (bar != null) {
            bar.setExtraMessage(step);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
