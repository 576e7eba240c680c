package io.astrochrome.grafana;

import static io.astrochrome.grafana.Panel.figure;
import static io.astrochrome.grafana.Panel.lines;
import static io.astrochrome.grafana.Promql.INTERVAL;
import static io.astrochrome.grafana.Promql.is;
import static io.astrochrome.grafana.Promql.legend;
import static io.astrochrome.grafana.Promql.rate;
import static io.astrochrome.grafana.Promql.series;

import io.astrochrome.meters.Label;
import io.astrochrome.meters.Meter;
import java.util.List;

/** How is the training run getting on? */
final class Training {
    private Training() {}

    static Dashboard dashboard() {
        return new Dashboard(
                "astrochrome-training",
                "Astrochrome: training",
                "How is the training run getting on?",
                List.of(),
                List.of(),
                List.of(now(), curves(), around()));
    }

    private static Row now() {
        return Row.of(
                "Newest run",
                figure(
                        "Done",
                        "Steps taken, of all.",
                        Unit.SHARE,
                        6,
                        new Query(series(Meter.TRAINING_STEP) + " / " + series(Meter.TRAINING_STEPS), "")),
                figure("Steps a second", "Lately.", Unit.NONE, 6, new Query(series(Meter.TRAINING_SPEED), "")),
                figure("Time left", "At this pace.", Unit.SECONDS, 6, new Query(series(Meter.TRAINING_LEFT), "")),
                figure(
                        "Runs by state",
                        "All that the log tells of.",
                        Unit.COUNT,
                        6,
                        new Query(series(Meter.TRAINING_RUNS), legend(Label.STATE))));
    }

    private static Row curves() {
        return Row.of(
                "Curves",
                lines(
                        "Generator's losses",
                        "Unweighted parts of the objective and their total.",
                        Unit.NONE,
                        12,
                        new Query(series(Meter.TRAINING_LOSS, "loss!~\"critic.*\""), legend(Label.LOSS))),
                lines(
                        "Critic's losses",
                        "The Wasserstein estimate should fall slowly; a penalty that grows warns of divergence.",
                        Unit.NONE,
                        12,
                        new Query(series(Meter.TRAINING_LOSS, "loss=~\"critic.*\""), legend(Label.LOSS))),
                lines(
                        "On validation pictures",
                        "Gain over grey counts; a rising PSNR of the training pictures alone would be learning by heart.",
                        Unit.NONE,
                        12,
                        new Query(series(Meter.TRAINING_FIGURE), legend(Label.FIGURE))),
                lines(
                        "Pace",
                        "Falls while frames are coloured on the same machine.",
                        Unit.NONE,
                        12,
                        new Query(series(Meter.TRAINING_SPEED), "steps a second")));
    }

    private static Row around() {
        return Row.of(
                "Around it",
                lines(
                        "Pictures to learn from",
                        "Tensors that the trainer-service took, by what it did with them.",
                        Unit.PER_SECOND,
                        12,
                        new Query(
                                rate(Meter.FRAMES, INTERVAL, List.of(Label.OUTCOME), is(Label.STAGE, "trainer")),
                                legend(Label.OUTCOME))),
                lines(
                        "The trainer's memory",
                        "Most of it is libtorch's: native. It should be flat over a run.",
                        Unit.BYTES,
                        12,
                        new Query(series(Meter.RESIDENT_MEMORY, "service=~\"trainer.*\""), "resident"),
                        new Query(series(Meter.NATIVE_MEMORY, "service=~\"trainer.*\""), "native")),
                figure(
                        "Convolutions by way",
                        "Any but plain: the engine computes them wrongly on this processor, and they go round, more slowly.",
                        Unit.COUNT,
                        12,
                        new Query(series(Meter.ENGINE_CONVOLUTIONS), legend(Label.WAY))));
    }
}
