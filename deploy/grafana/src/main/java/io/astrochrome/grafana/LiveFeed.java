package io.astrochrome.grafana;

import static io.astrochrome.grafana.Panel.figure;
import static io.astrochrome.grafana.Panel.lines;
import static io.astrochrome.grafana.Panel.stack;
import static io.astrochrome.grafana.Promql.INTERVAL;
import static io.astrochrome.grafana.Promql.increase;
import static io.astrochrome.grafana.Promql.is;
import static io.astrochrome.grafana.Promql.legend;
import static io.astrochrome.grafana.Promql.mean;
import static io.astrochrome.grafana.Promql.quantile;
import static io.astrochrome.grafana.Promql.rate;
import static io.astrochrome.grafana.Promql.series;

import io.astrochrome.meters.Label;
import io.astrochrome.meters.Meter;
import java.util.List;

/** Do frames come through, and how fast? */
final class LiveFeed {
    private static final List<Label> ALL = List.of();
    private static final String OF_TARGET = Variable.chosen(Label.TARGET);

    private LiveFeed() {}

    static Dashboard dashboard() {
        return new Dashboard(
                "astrochrome-live-feed",
                "Astrochrome: live feed",
                "Do frames come through, and how fast?",
                List.of(new Variable(Label.TARGET, Meter.END_TO_END)),
                List.of(),
                List.of(now(), through(), night(), time()));
    }

    private static Row now() {
        return Row.of(
                "Now",
                figure(
                        "Coloured, last hour",
                        "Frames that left the colorize-service with colours.",
                        Unit.COUNT,
                        5,
                        new Query(
                                increase(
                                        Meter.FRAMES,
                                        "1h",
                                        ALL,
                                        is(Label.STAGE, "colorize"),
                                        is(Label.OUTCOME, "coloured")),
                                "")),
                figure(
                        "From frame to page, 95 %",
                        "Of all frames within ten minutes, 95 of 100 took less. The goal for 4 megapixels is 3 s.",
                        Unit.SECONDS,
                        5,
                        new Query(quantile(0.95, Meter.END_TO_END, "10m", ALL), "")),
                figure(
                        "Waiting for the network",
                        "Records in the memory of all colorize-services.",
                        Unit.COUNT,
                        4,
                        new Query("sum(" + series(Meter.WAITING) + ")", "")),
                figure(
                        "Put aside, last hour",
                        "Records on dead-letter topics.",
                        Unit.COUNT,
                        4,
                        new Query(increase(Meter.DEAD_LETTERS, "1h", ALL), "")),
                figure(
                        "Model at work",
                        "What the colorize-services have loaded, and what runs it.",
                        Unit.NONE,
                        6,
                        new Query(
                                "max by (name, alias, provider) (" + series(Meter.MODEL_INFO) + ")",
                                legend(Label.NAME, Label.ALIAS, Label.PROVIDER))));
    }

    private static Row through() {
        return Row.of(
                "Frames",
                lines(
                        "Frames by stage and outcome",
                        "All stages should go at one pace; a gap between two says where frames wait.",
                        Unit.PER_SECOND,
                        12,
                        new Query(
                                rate(Meter.FRAMES, INTERVAL, List.of(Label.STAGE, Label.OUTCOME)),
                                legend(Label.STAGE, Label.OUTCOME))),
                lines(
                        "From frame to page, by target",
                        "95 of 100 frames took less.",
                        Unit.SECONDS,
                        12,
                        new Query(
                                quantile(0.95, Meter.END_TO_END, INTERVAL, List.of(Label.TARGET), OF_TARGET),
                                legend(Label.TARGET))));
    }

    private static Row night() {
        return Row.of(
                "The night",
                lines(
                        "Exposures by what became of them",
                        "Refused ones say their reason on the page: clouds, focus, another field.",
                        Unit.PER_SECOND,
                        8,
                        new Query(
                                rate(Meter.SUBS, INTERVAL, List.of(Label.OUTCOME, Label.ROLE)),
                                legend(Label.OUTCOME, Label.ROLE))),
                lines(
                        "Depth of the stacks",
                        "Exposures of each filter.",
                        Unit.COUNT,
                        6,
                        new Query(
                                "max by (target, role) (" + series(Meter.STACK_DEPTH, OF_TARGET) + ")",
                                legend(Label.TARGET, Label.ROLE))),
                lines(
                        "Width of the stars",
                        "Of the newest exposure, full width at half maximum in px. It grows with bad focus and seeing.",
                        Unit.COUNT,
                        5,
                        new Query(
                                "max by (target) (" + series(Meter.STAR_WIDTH, OF_TARGET) + ")", legend(Label.TARGET))),
                lines(
                        "Measured share",
                        "Part of the newest picture's light whose colour was measured; the rest is physics or a guess.",
                        Unit.SHARE,
                        5,
                        new Query(
                                "max by (target) (" + series(Meter.MEASURED_SHARE, OF_TARGET) + ")",
                                legend(Label.TARGET))));
    }

    private static Row time() {
        List<Label> byStage = List.of(Label.STAGE);
        return Row.of(
                "Where the time goes",
                lines(
                        "Within a stage",
                        "Mean time from taking a frame up to its event.",
                        Unit.SECONDS,
                        8,
                        new Query(mean(Meter.STAGE, INTERVAL, byStage), legend(Label.STAGE))),
                lines(
                        "In the queue before a stage",
                        "Mean time in the log. It grows where the stage is the bottleneck.",
                        Unit.SECONDS,
                        8,
                        new Query(mean(Meter.QUEUE, INTERVAL, byStage), legend(Label.STAGE))),
                lines(
                        "Age at the end of a stage",
                        "Since arrival; 95 of 100 frames were younger.",
                        Unit.SECONDS,
                        8,
                        new Query(quantile(0.95, Meter.AGE, INTERVAL, byStage), legend(Label.STAGE))),
                stack(
                        "Steps",
                        "Mean time of each step of a frame.",
                        Unit.SECONDS,
                        12,
                        new Query(
                                mean(Meter.STEP, INTERVAL, List.of(Label.STAGE, Label.STEP)),
                                legend(Label.STAGE, Label.STEP))),
                lines(
                        "One call of the network",
                        "Mean and 99 of 100, for a batch.",
                        Unit.SECONDS,
                        6,
                        new Query(mean(Meter.INFERENCE, INTERVAL, List.of(Label.PROVIDER)), "mean on {{provider}}"),
                        new Query(
                                quantile(0.99, Meter.INFERENCE, INTERVAL, List.of(Label.PROVIDER)),
                                "99 % on {{provider}}")),
                lines(
                        "Frames in a batch",
                        "Over 1 when frames come faster than the network takes them one by one.",
                        Unit.COUNT,
                        6,
                        new Query(mean(Meter.BATCH, INTERVAL, byStage), legend(Label.STAGE))));
    }
}
