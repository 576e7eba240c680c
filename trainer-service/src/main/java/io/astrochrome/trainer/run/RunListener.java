package io.astrochrome.trainer.run;

/** Hears what a run tells of itself, on the run's thread: it should be quick, and must not throw. */
@FunctionalInterface
public interface RunListener {
    /** Something happened. */
    void heard(RunEvent event);

    /** Both, one after the other. */
    default RunListener and(RunListener other) {
        return event -> {
            heard(event);
            other.heard(event);
        };
    }
}
