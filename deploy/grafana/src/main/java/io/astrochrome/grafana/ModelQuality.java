package io.astrochrome.grafana;

import static io.astrochrome.grafana.Panel.figure;
import static io.astrochrome.grafana.Panel.lines;
import static io.astrochrome.grafana.Panel.table;
import static io.astrochrome.grafana.Promql.is;
import static io.astrochrome.grafana.Promql.legend;
import static io.astrochrome.grafana.Promql.mean;
import static io.astrochrome.grafana.Promql.rate;
import static io.astrochrome.grafana.Promql.series;

import io.astrochrome.meters.Label;
import io.astrochrome.meters.Meter;
import java.util.List;

/** Are the colours good, and do they get better? Promotions are marked on each chart. */
final class ModelQuality {
    /** Scored frames may be rare: a point of a chart looks back this far. */
    private static final String LOOK_BACK = "30m";

    private static final List<Label> BY_MODEL = List.of(Label.MODEL);
    private static final List<Label> BY_BOTH = List.of(Label.MODEL, Label.TARGET);
    private static final String OF_MODEL = Variable.chosen(Label.MODEL);
    private static final String OF_TARGET = Variable.chosen(Label.TARGET);

    private ModelQuality() {}

    static Dashboard dashboard() {
        return new Dashboard(
                "astrochrome-model-quality",
                "Astrochrome: model quality",
                "Are the colours good, and do they get better?",
                List.of(new Variable(Label.MODEL, Meter.PSNR), new Variable(Label.TARGET, Meter.PSNR)),
                List.of(new Annotation(
                        "Promotions",
                        "max by (model, name) (" + series(Meter.MODEL_SINCE, is(Label.ALIAS, "champion")) + ") * 1000",
                        "{{name}} ({{model}}) became champion")),
                List.of(overGrey(), other(), models()));
    }

    private static Row overGrey() {
        return Row.of(
                "Against the truth",
                lines(
                        "Gain over grey, by model",
                        "What the colours add to a grey picture of the same frame. Under zero a grey picture is nearer to"
                                + " the truth.",
                        Unit.DECIBELS,
                        12,
                        gain(BY_MODEL)),
                lines(
                        "PSNR, by model",
                        "Of RGB, at the model's side.",
                        Unit.DECIBELS,
                        12,
                        quality(Meter.PSNR, BY_MODEL)),
                lines(
                        "Gain over grey, by model and target",
                        "A target whose colours are not those of the pictures the model learnt from stands out here.",
                        Unit.DECIBELS,
                        12,
                        gain(BY_BOTH)),
                lines(
                        "PSNR, by model and target",
                        "A grey picture of a black sky has 25 to 30 dB already: look at the gain.",
                        Unit.DECIBELS,
                        12,
                        quality(Meter.PSNR, BY_BOTH)));
    }

    private static Row other() {
        return Row.of(
                "Other measures",
                lines("SSIM", "Of luma; 1 is equal.", Unit.NONE, 6, quality(Meter.SSIM, BY_BOTH)),
                lines(
                        "ΔE2000",
                        "Mean colour difference; 1 is just seen.",
                        Unit.NONE,
                        6,
                        quality(Meter.DELTA_E, BY_BOTH)),
                lines(
                        "Colourfulness",
                        "Over the truth's: under 1 is paler.",
                        Unit.NONE,
                        6,
                        quality(Meter.COLOURFULNESS, BY_BOTH)),
                lines(
                        "Flicker",
                        "Step of the mean colour from frame to frame, in CIELAB units; over 2 it is seen.",
                        Unit.NONE,
                        6,
                        quality(Meter.FLICKER, BY_BOTH)),
                lines(
                        "Drift",
                        "How far the live frames are from those the champion learnt from. Over 1 a new model is asked for.",
                        Unit.NONE,
                        12,
                        new Query(series(Meter.DRIFT), legend(Label.SIGNAL))),
                lines(
                        "Scored frames",
                        "How many figures the other charts rest on.",
                        Unit.PER_SECOND,
                        12,
                        new Query(
                                rate(Meter.PSNR, LOOK_BACK, BY_BOTH, OF_MODEL, OF_TARGET),
                                legend(Label.MODEL, Label.TARGET))));
    }

    private static Row models() {
        return Row.of(
                "Models",
                figure(
                        "Champion since",
                        "When the model at work got its place.",
                        Unit.SINCE,
                        8,
                        new Query(
                                "max by (name) (" + series(Meter.MODEL_SINCE, is(Label.ALIAS, "champion")) + ") * 1000",
                                legend(Label.NAME))),
                table(
                        "Loaded models",
                        "By alias, on each colorize-service.",
                        Unit.NONE,
                        16,
                        new Query(series(Meter.MODEL_INFO), "")));
    }

    private static Query gain(List<Label> by) {
        return new Query(Promql.gain(LOOK_BACK, by, OF_MODEL, OF_TARGET), legend(by.toArray(new Label[0])));
    }

    private static Query quality(Meter meter, List<Label> by) {
        return new Query(mean(meter, LOOK_BACK, by, OF_MODEL, OF_TARGET), legend(by.toArray(new Label[0])));
    }
}
