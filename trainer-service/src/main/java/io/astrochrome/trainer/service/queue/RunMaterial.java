package io.astrochrome.trainer.service.queue;

import io.astrochrome.events.Purpose;
import io.astrochrome.events.history.ChampionModel;
import io.astrochrome.events.training.RetrainRequest;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.trainer.data.CurationReport;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.file.WholeFile;
import io.astrochrome.trainer.recipe.FineTuning;
import io.astrochrome.trainer.recipe.Recipe;
import io.astrochrome.trainer.recipe.RecipeReader;
import io.astrochrome.trainer.recipe.Recipes;
import io.astrochrome.trainer.run.BaseModel;
import io.astrochrome.trainer.run.RunBudget;
import io.astrochrome.trainer.run.RunException;
import io.astrochrome.trainer.run.RunPlan;
import io.astrochrome.trainer.run.SourceCommit;
import io.astrochrome.trainer.service.TrainerConfig;
import io.astrochrome.trainer.service.log.PublishedModels;
import io.astrochrome.trainer.service.registry.RunRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a run is made of: its recipe, the model it goes on from, its pictures. All is settled when the run first begins and
 * kept in its folder, so that a run that is taken up again goes on with the same, whatever has arrived or been promoted
 * since.
 */
@Singleton
class RunMaterial {
    private static final Logger LOG = Logger.getLogger(RunMaterial.class);
    private static final String BASE = "base.onnx";
    private static final String BASE_ID = "base.txt";
    private static final String RECIPE = "recipe.yaml";
    private static final String PICTURES = "pictures.txt";
    /** How long a run that is taken up again waits for its pictures while the store is made again from the log. */
    private static final Duration REBUILDING = Duration.ofMinutes(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final TrainerConfig config;
    private final TensorStore tensors;
    private final ObjectStore objects;
    private final PublishedModels models;

    RunMaterial(TrainerConfig config, TensorStore tensors, ObjectStore objects, PublishedModels models) {
        this.config = config;
        this.tensors = tensors;
        this.objects = objects;
        this.models = models;
    }

    /**
     * The plan of a run that was asked for; one that was begun goes on by the plan that it has.
     *
     * @param folder of the run
     * @throws IOException where there is no such recipe, no champion to go on from, or too few pictures
     * @throws io.astrochrome.storage.StoreUnavailableException where the store does not answer
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    RunPlan plan(RunRequest request, Path folder) throws IOException {
        Course course = course(request, folder);
        PictureSet pictures = pictures(request, course.recipe(), folder);
        return new RunPlan(
                request.runId(),
                course.recipe(),
                pictures.of(Purpose.TRAIN),
                pictures.of(Purpose.VALIDATION),
                config.weightFolder().orElse(null),
                folder,
                true,
                new RunBudget(config.runTime().orElse(null), Long.MAX_VALUE),
                config.checkpointEvery(),
                config.batchThreads(),
                SourceCommit.commit(),
                course.base());
    }

    /**
     * The recipe, and the model that the run goes on from.
     *
     * @param base null where the recipe has its own beginning
     */
    record Course(Recipe recipe, @Nullable BaseModel base) {}

    /**
     * What is to be done.
     *
     * @throws IOException where there is no such recipe, or no champion to go on from
     */
    Course course(RunRequest request, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path recipe = folder.resolve(RECIPE);
        if (!RetrainRequest.FINE_TUNE.equals(request.recipe())) {
            return new Course(Recipes.named(request.recipe(), config.recipeFolder()), null);
        }
        BaseModel base = base(folder);
        if (!Files.exists(recipe)) {
            Recipe origin = Recipes.named(FineTuning.origin(base.metadata().recipe()), config.recipeFolder());
            FineTuning tuning =
                    new FineTuning(config.fineTune().steps(), config.fineTune().rate());
            WholeFile.write(recipe, tuning.of(origin).canonical());
        }
        return new Course(RecipeReader.read(recipe.toString(), Files.readString(recipe)), base);
    }

    private BaseModel base(Path folder) throws IOException {
        Path file = folder.resolve(BASE);
        Path id = folder.resolve(BASE_ID);
        if (!Files.exists(id)) {
            ChampionModel champion = models.champion()
                    .orElseThrow(
                            () -> new RunException("there is no champion to go on from: ask for a recipe by name"));
            objects.fetch(champion.object(), file);
            WholeFile.write(id, champion.modelId());
        }
        return new BaseModel(Files.readString(id).strip(), file);
    }

    /**
     * The pictures, by the recipe's choice.
     *
     * @throws RunException where there are too few, or those of a run that is taken up again are not there in time
     */
    PictureSet pictures(RunRequest request, Recipe recipe, Path folder) throws IOException {
        Path list = folder.resolve(PICTURES);
        if (!Files.exists(list)) {
            PictureSet all = tensors.load();
            CurationReport curated = recipe.data().curation().apply(all.of(Purpose.TRAIN));
            LOG.infof("run %s: %s", request.runId(), curated.summary());
            if (curated.kept().size() < config.leastPictures()) {
                throw new RunException("there are " + curated.kept().size() + " pictures to learn from ("
                        + curated.summary() + "), astrochrome.trainer.least-pictures asks for "
                        + config.leastPictures());
            }
            WholeFile.write(
                    list,
                    Stream.concat(curated.kept().pictures().stream(), all.of(Purpose.VALIDATION).pictures().stream())
                            .map(picture -> picture.id() + "\n")
                            .collect(Collectors.joining()));
        }
        return listed(new TreeSet<>(Files.readAllLines(list)));
    }

    /** Waits while the store is being made again from the log. */
    private PictureSet listed(Set<String> ids) throws IOException {
        long end = System.nanoTime() + REBUILDING.toNanos();
        long missing = missing(ids);
        while (missing > 0 && System.nanoTime() < end) {
            LOG.infof("%d pictures of the run are not in the local store yet", missing);
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RunException("interrupted while waiting for pictures", e);
            }
            missing = missing(ids);
        }
        if (missing > 0) {
            throw new RunException(missing + " of the " + ids.size()
                    + " pictures that the run began with are not in the log any more: ask for a new run");
        }
        return new PictureSet(tensors.load().pictures().stream()
                .filter(picture -> ids.contains(picture.id()))
                .toList());
    }

    private long missing(Set<String> ids) {
        return ids.stream().filter(id -> !tensors.contains(id)).count();
    }
}
