package io.astrochrome.metrics.registry.gate;

import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Topics;
import io.astrochrome.metrics.registry.files.FetchedModels;
import io.astrochrome.metrics.registry.tensors.TensorIndex;
import io.astrochrome.metrics.registry.tensors.TensorPosition;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.platform.attempt.Attempts;
import io.astrochrome.platform.attempt.Attempts.Attempt;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.kafka.TopicReader;
import io.astrochrome.platform.log.LogReader;
import io.astrochrome.storage.ObjectAlteredException;
import io.astrochrome.storage.ObjectMissingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings models from the store, tries whether they may be run at all, and measures them side by side. */
@ApplicationScoped
public class ModelEvaluation {
    private static final Logger LOG = Logger.getLogger(ModelEvaluation.class);

    /** Processes are also killed for reasons that are not the model's, so that a few times say nothing. */
    private static final int MOST_ATTEMPTS = 8;

    private final GateConfig config;
    private final TopicReader tensors;
    private final FetchedModels files;
    private final TensorIndex index;
    private final Attempts attempts;

    ModelEvaluation(GateConfig config, KafkaClients clients, FetchedModels files, TensorIndex index) {
        this.config = config;
        this.tensors = clients.reading(Topics.LAB_TENSORS, Topics.LESSONS);
        this.files = files;
        this.index = index;
        this.attempts = new Attempts(files.folder());
    }

    /** What came out: the verdict, and what it is founded on. */
    record Result(GateVerdict verdict, Map<String, Double> figures) {
        static Result refused(String reason) {
            return new Result(new GateVerdict.Refused(reason), Map.of());
        }
    }

    /**
     * Measures a challenger beside the champion.
     *
     * @param champion null where there is none
     * @throws io.astrochrome.storage.StoreUnavailableException where the store does not answer
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    Result examine(ObjectReference challenger, @Nullable ObjectReference champion) {
        String modelId = challenger.sha256();
        // It ends also where broker or store are away: that is not the model's fault.
        try (Attempt attempt = attempts.begin(modelId)) {
            return attempt.before() >= MOST_ATTEMPTS
                    ? Result.refused("measuring it ended the gate's process " + MOST_ATTEMPTS + " times")
                    : measured(challenger, champion);
        }
    }

    private Result measured(ObjectReference challenger, @Nullable ObjectReference champion) {
        try (ColourModel second = loadFitting(challenger)) {
            try (ColourModel first = champion == null ? null : files.load(champion, config.threads())) {
                return compare(first, second);
            } catch (ModelRejectedException | ObjectMissingException | ObjectAlteredException e) {
                LOG.warnf("the champion cannot be measured: %s", e.getMessage());
                return compare(null, second);
            }
        } catch (ModelRejectedException e) {
            return Result.refused(String.valueOf(e.getMessage()));
        } catch (ObjectMissingException | ObjectAlteredException e) {
            return Result.refused("its file is not what was published: " + e.getMessage());
        }
    }

    /**
     * Tries whether a model may be run: contract, checksum, signature, self-test, and whether live frames are as large as
     * what it was trained at.
     *
     * @throws ModelRejectedException where it may not
     */
    public void requireRunnable(ObjectReference model) throws ModelRejectedException {
        loadFitting(model).close();
    }

    /** A network that sees less of a frame than it has learnt to see takes everything in it for smaller than it is. */
    private ColourModel loadFitting(ObjectReference model) throws ModelRejectedException {
        ColourModel loaded = files.load(model, config.threads());
        int trained = loaded.metadata().side();
        int live = index.liveSide().orElse(trained);
        if (live < trained) {
            loaded.close();
            throw new ModelRejectedException(
                    ModelRejectedException.Rule.SIDE,
                    "it was trained at " + trained + " px, but live frames come with a short side of " + live
                            + " px: set astrochrome.preprocess.live-side to " + trained + " first");
        }
        return loaded;
    }

    /** Shows every measurement the same frames, read again from the log one by one. */
    private void show(LogReader log, List<ModelMeasurement> measurements) {
        for (TensorPosition position : index.validation()) {
            position.read(log)
                    .filter(LabTensor::hasColour)
                    .ifPresent(tensor -> measurements.forEach(measurement -> measurement.validation(tensor)));
        }
        for (List<TensorPosition> sequence : index.newest(config.newestFrames())) {
            measurements.forEach(ModelMeasurement::nextTarget);
            for (TensorPosition position : sequence) {
                position.read(log).ifPresent(tensor -> measurements.forEach(measurement -> measurement.live(tensor)));
            }
        }
    }

    private Result compare(@Nullable ColourModel champion, ColourModel challenger) {
        ModelMeasurement second = new ModelMeasurement(challenger);
        ModelMeasurement first = champion == null ? null : new ModelMeasurement(champion);
        List<ModelMeasurement> measurements = new ArrayList<>(List.of(second));
        if (first != null) {
            measurements.add(first);
        }
        try (LogReader log = new LogReader(tensors)) {
            show(log, measurements);
        }
        ModelFigures figures = second.figures();
        ModelFigures before = first == null ? null : first.figures();
        Map<String, Double> named = new LinkedHashMap<>(figures.named("challenger"));
        if (before != null) {
            named.putAll(before.named("champion"));
        }
        return new Result(GateRules.of(config).judge(before, figures), named);
    }
}
