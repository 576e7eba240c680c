package io.astrochrome.metrics.registry.looks;

import io.astrochrome.events.FrameLabels;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Topics;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.imaging.catalogue.PictureFacts;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.metrics.registry.decisions.ModelRegistry;
import io.astrochrome.metrics.registry.files.FetchedModels;
import io.astrochrome.metrics.registry.tensors.TensorIndex;
import io.astrochrome.metrics.registry.tensors.TensorPosition;
import io.astrochrome.metrics.scoring.TensorPicture;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.Prediction;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.kafka.TopicReader;
import io.astrochrome.platform.log.LogReader;
import io.astrochrome.tensors.HalfFloat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The newest frame of a target in all looks of the champion, so that a person can choose. Thread-safe; one frame is looked at
 * at a time, and the last one is remembered.
 */
@ApplicationScoped
public class FrameLooks {
    /** A page that is looked at must not take the processors from the stream. */
    private static final int THREADS = 1;

    private final ModelRegistry models;
    private final FetchedModels files;
    private final TensorIndex index;
    private final TopicReader tensors;
    private @Nullable LookedFrame last;

    FrameLooks(ModelRegistry models, FetchedModels files, TensorIndex index, KafkaClients clients) {
        this.models = models;
        this.files = files;
        this.index = index;
        this.tensors = clients.reading(Topics.LAB_TENSORS, Topics.LESSONS);
    }

    /**
     * The target's newest frame in all looks; empty where there is no frame of it, or no champion. Throws what store and broker
     * throw where they do not answer.
     *
     * @throws ModelRejectedException where the champion must not be run here
     */
    public synchronized Optional<LookedFrame> newest(String target) throws ModelRejectedException {
        Optional<TensorPosition> newest = index.newest(target);
        Optional<ObjectReference> champion = models.championSince().map(ModelDecision::object);
        if (newest.isEmpty() || champion.isEmpty()) {
            return Optional.empty();
        }
        String frameId = newest.get().frameId();
        String modelId = champion.get().sha256();
        if (last != null && last.frameId().equals(frameId) && last.modelId().equals(modelId)) {
            return Optional.of(last);
        }
        Optional<LabTensor> tensor;
        try (LogReader log = new LogReader(tensors)) {
            tensor = newest.get().read(log);
        }
        if (tensor.isEmpty()) {
            return Optional.empty();
        }
        try (ColourModel model = files.load(champion.get(), THREADS)) {
            last = new LookedFrame(frameId, modelId, looks(model, tensor.get()));
            return Optional.of(last);
        }
    }

    private static Set<String> facts(LabTensor tensor) {
        return PictureFacts.of(
                tensor.frame().target(), tensor.frame().labels().get(FrameLabels.CLASS), tensor.filters());
    }

    static List<LookedFrame.OfLook> looks(ColourModel model, LabTensor tensor) {
        List<Look> looks = model.looks();
        if (looks.isEmpty()) {
            return List.of();
        }
        LabImage grey = TensorPicture.of(tensor);
        Prediction made = model.predict(
                looks,
                HalfFloat.toFloats(tensor.lightness()),
                tensor.geometry().height(),
                tensor.geometry().width());
        float[] likelihoods = Look.likelihoods(looks, made.looks(0), facts(tensor));
        List<LookedFrame.OfLook> ranked = new ArrayList<>();
        for (int look = 0; look < likelihoods.length; look++) {
            LabImage coloured = grey.withChroma(
                    TensorPicture.chroma(made.a(look), tensor.geometry()),
                    TensorPicture.chroma(made.b(look), tensor.geometry()));
            ranked.add(new LookedFrame.OfLook(looks.get(look).name(), likelihoods[look], coloured));
        }
        ranked.sort(Comparator.comparingDouble(LookedFrame.OfLook::likelihood).reversed());
        return ranked;
    }
}
