package io.astrochrome.metrics.registry.retraining;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** When the trainer is asked for a new model, and when a new champion has to go. */
@ConfigMapping(prefix = "astrochrome.metrics.retraining")
public interface RetrainingConfig {
    /** Whether rules ask for runs and roll back; people can always. */
    @WithDefault("true")
    boolean enabled();

    /** How often the rules look. */
    @WithDefault("30s")
    Duration lookEvery();

    /** The same reason asks again no sooner than after this; the schedule has its own span. */
    @WithDefault("6h")
    Duration coolDown();

    /** The recipe that rules ask for; {@code fine-tune} lets the champion go on learning. */
    @WithDefault("fine-tune")
    String recipe();

    /** Enough frames to learn from that the champion has not seen. */
    NewFrames newFrames();

    /** Live frames that do not look like those the champion learnt from. */
    Drift drift();

    /** Falling gain over grey. */
    Gain gain();

    /** By the clock. */
    Schedule schedule();

    /** A new champion that does worse than the one before. */
    Rollback rollback();

    /** Enough frames to learn from that the champion has not seen. */
    interface NewFrames {
        /** Number of colour frames that ask for a run; 0: never. */
        @WithDefault("100")
        int frames();
    }

    /** Live frames that do not look like those the champion learnt from. */
    interface Drift {
        /** The newest live frames that are looked at; fewer are no basis. 0: never. */
        @WithDefault("50")
        int frames();

        /** What the mean lightness may differ, in units of L&#42;. */
        @WithDefault("12")
        double lightness();

        /** What the background may differ, in units of L&#42;. */
        @WithDefault("12")
        double background();
    }

    /** Falling gain over grey. */
    interface Gain {
        /** Scored frames of one target, newest against those before; fewer are no basis. 0: never. */
        @WithDefault("20")
        int frames();

        /** What the gain may fall, in dB. */
        @WithDefault("0.5")
        double fall();
    }

    /** By the clock. */
    interface Schedule {
        /** A run is asked for in every such span, counted from 1970; none: never. */
        Optional<Duration> every();
    }

    /** A new champion that does worse than the one before. */
    interface Rollback {
        /** Scored frames of each, of the same targets; fewer are no basis. 0: never. */
        @WithDefault("20")
        int frames();

        /** What the mean gain may be below that of the champion before, in dB. */
        @WithDefault("0.3")
        double fall();
    }
}
