package io.astrochrome.trainer.run;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param reason why, in a sentence
 * @param bestModel the best model's ONNX file, or null where none was written
 * @param best what it measures, or null
 */
public record RunOutcome(
        End end,
        String reason,
        @Nullable Path bestModel,
        @Nullable ValidationFigures best) {
    /** The kinds of ends. */
    public enum End {
        /** The recipe is done, or does not get better. */
        FINISHED,
        /** The budget is spent, or somebody asked for it; it can be resumed. */
        STOPPED,
        /** Something is wrong; the last good checkpoint is on disk. */
        FAILED
    }

    /**
     * Whether the run goes on at the next start, since it was only interrupted by the service's end.
     *
     * @param closing whether the service ends
     */
    public boolean isUnderWay(boolean closing) {
        return closing && end == End.STOPPED;
    }

    /** Whether there is a model to publish. */
    public boolean isPublishable() {
        return end != End.FAILED && bestModel != null;
    }

    /** The best model's file, where there is one. */
    public Optional<Path> model() {
        return Optional.ofNullable(bestModel);
    }
}
