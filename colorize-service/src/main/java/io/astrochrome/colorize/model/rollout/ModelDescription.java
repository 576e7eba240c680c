package io.astrochrome.colorize.model.rollout;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.astrochrome.colorize.model.Challenger;
import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelMetadata;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model that colours now, for people.
 *
 * @param modelId SHA-256 of the file
 * @param metadata what the file says of itself
 * @param executionProvider {@code CUDA} or {@code CPU}
 * @param executionProviderReason why that
 * @param challenger the model that is tried beside it; absent where there is none
 * @param refused decided models that this instance does not use, the newest last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelDescription(
        String modelId,
        ModelMetadata metadata,
        String executionProvider,
        String executionProviderReason,
        @Nullable Tried challenger,
        List<Refusal> refused) {
    /** The challenger and what it does. */
    public record Tried(String modelId, ModelMetadata metadata, ChallengerMode mode, double canaryShare) {
        static Tried of(Challenger challenger) {
            return new Tried(
                    challenger.model().modelId(),
                    challenger.model().metadata(),
                    challenger.mode(),
                    challenger.canaryShare());
        }
    }

    /**
     * A decided model that this instance does not use.
     *
     * @param rule the check that it failed
     */
    public record Refusal(String alias, String modelId, String rule, String reason, Instant decidedAt) {}

    static ModelDescription of(ColourModel model, @Nullable Tried challenger, List<Refusal> refused) {
        return new ModelDescription(
                model.modelId(),
                model.metadata(),
                model.executionProvider(),
                model.executionProviderReason(),
                challenger,
                refused);
    }
}
