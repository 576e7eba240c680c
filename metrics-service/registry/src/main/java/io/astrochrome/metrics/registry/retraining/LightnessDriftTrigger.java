package io.astrochrome.metrics.registry.retraining;

import io.astrochrome.events.training.RetrainReason;
import io.astrochrome.imaging.quality.LightnessStatistics;
import io.astrochrome.metrics.registry.tensors.LiveFrame;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Live frames do not look like those the champion was trained on. A champion that does not say what it was trained on is
 * held against the oldest live frames that are known.
 *
 * @param frames newest live frames that are looked at; 0: never
 * @param lightness what the mean may differ, in L*
 * @param background what the background may differ, in L*
 */
record LightnessDriftTrigger(int frames, double lightness, double background) implements Trigger {
    @Override
    public Optional<Alarm> look(Observations seen) {
        List<LiveFrame> live = seen.live();
        boolean known = seen.trainedOn() != null;
        if (frames == 0 || seen.championId() == null || live.size() < (known ? frames : 2 * frames)) {
            return Optional.empty();
        }
        LightnessStatistics now = mean(live.subList(live.size() - frames, live.size()));
        LightnessStatistics then = then(seen, frames);
        boolean lighter = Math.abs(now.mean() - then.mean()) > lightness;
        boolean otherSky = Math.abs(now.background() - then.background()) > background;
        if (!lighter && !otherSky) {
            return Optional.empty();
        }
        return Optional.of(new Alarm(
                RetrainReason.DRIFT,
                seen.championId() + "-lightness",
                String.format(
                        Locale.ROOT,
                        "the newest %d live frames have mean L* %.1f and background %.1f, %s %.1f and %.1f",
                        frames,
                        now.mean(),
                        now.background(),
                        known ? "those the champion was trained on" : "the oldest that are known",
                        then.mean(),
                        then.background())));
    }

    /**
     * How far the newest frames are from the others, over what they may differ, by signal; 1 asks for a new model. As long as
     * there are few frames it says what can be said; empty where that is nothing.
     */
    Map<String, Double> ratios(Observations seen) {
        List<LiveFrame> live = seen.live();
        boolean known = seen.trainedOn() != null;
        int newest = Math.min(frames, known ? live.size() : live.size() / 2);
        if (newest == 0) {
            return Map.of();
        }
        LightnessStatistics now = mean(live.subList(live.size() - newest, live.size()));
        LightnessStatistics then = then(seen, newest);
        return Map.of(
                "lightness", Math.abs(now.mean() - then.mean()) / lightness,
                "background", Math.abs(now.background() - then.background()) / background);
    }

    private static LightnessStatistics then(Observations seen, int oldest) {
        LightnessStatistics trainedOn = seen.trainedOn();
        return trainedOn == null ? mean(seen.live().subList(0, oldest)) : trainedOn;
    }

    private static LightnessStatistics mean(List<LiveFrame> live) {
        return LightnessStatistics.mean(live.stream().map(LiveFrame::statistics).toList());
    }
}
