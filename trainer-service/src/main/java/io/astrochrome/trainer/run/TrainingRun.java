package io.astrochrome.trainer.run;

import io.astrochrome.trainer.augment.Augmentation;
import io.astrochrome.trainer.augment.BatchSource;
import io.astrochrome.trainer.augment.PrefetchedBatches;
import io.astrochrome.trainer.export.ExportRefusedException;
import io.astrochrome.trainer.export.Probe;
import io.astrochrome.trainer.export.Views;
import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.recipe.Phase;
import io.astrochrome.trainer.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a recipe. What is learnt depends on the recipe, the pictures and the step alone: a run that was killed and
 * resumed ends in the same weights as one that was not. Whatever ends it, a checkpoint that was written stays whole. Runs
 * once, on the caller's thread; {@link #stop} may be called from any.
 */
public final class TrainingRun {
    private final RunPlan plan;
    private final Recipe recipe;
    private final RunListener listener;
    private final CheckpointFolder folder;
    private final StepCalendar calendar;
    private final Validation validation;
    private final AtomicBoolean stopping = new AtomicBoolean();

    /**
     * A run that tells {@code listener} of itself.
     *
     * @throws RunException where it would overwrite another run, or is to resume what is not there
     */
    public TrainingRun(RunPlan plan, RunListener listener) throws IOException {
        this.plan = plan;
        this.recipe = plan.recipe();
        this.listener = listener;
        this.folder = new CheckpointFolder(plan.out());
        this.calendar = new StepCalendar(recipe);
        this.validation = new Validation(plan.validation(), recipe.validation().side());
        if (folder.hasRun() && !plan.resume()) {
            throw new RunException(
                    plan.out() + " holds a run already: resume it with --resume, or name another folder");
        }
    }

    /** Ends the run after the current step, with a checkpoint. */
    public void stop() {
        stopping.set(true);
    }

    /**
     * Runs to the end of the recipe or of the budget.
     *
     * @throws RunException where it cannot start or cannot keep what it learns
     */
    public RunOutcome run() throws IOException {
        try (Learner learner = new LearnerMaker(plan.weights()).learner(recipe);
                PrefetchedBatches batches = batches()) {
            Progress start = begin(learner);
            listener.heard(new RunEvent.Started(start.step(), lastStep(), start.step() > 0));
            return new Course(learner, batches, start).follow();
        }
    }

    private PrefetchedBatches batches() {
        BatchSource source = new BatchSource(plan.training(), new Augmentation(recipe.augmentation()), recipe.seed());
        return new PrefetchedBatches(
                step -> {
                    Phase phase = recipe.phaseAt(step);
                    return source.batch(calendar.firstView(step), phase.batch(), phase.side());
                },
                plan.batchThreads(),
                2);
    }

    private long lastStep() {
        return Math.min(recipe.totalSteps(), plan.budget().steps());
    }

    private Progress begin(Learner learner) throws RunException {
        Progress fresh = Progress.atStart(plan);
        Optional<Checkpoint> checkpoint = plan.resume() ? folder.load(CheckpointFolder.LAST) : Optional.empty();
        if (checkpoint.isEmpty()) {
            if (plan.base() != null) {
                plan.base().into(learner);
            }
            if (!recipe.looks().isEmpty()) {
                LookBook.open(recipe, learner);
            }
            return fresh;
        }
        Progress progress = checkpoint.get().progress();
        refuseOther("recipe", progress.recipeHash(), fresh.recipeHash());
        refuseOther("data", progress.dataHash(), fresh.dataHash());
        learner.restore(checkpoint.get().state());
        return progress;
    }

    private void refuseOther(String what, String stored, String now) throws RunException {
        if (!stored.equals(now)) {
            throw new RunException("the run in " + plan.out() + " had another " + what + " (" + stored.substring(0, 12)
                    + ", now " + now.substring(0, 12) + "): a resumed run must go on with the same");
        }
    }

    /** One sitting of the run. */
    private final class Course {
        private final Learner learner;
        private final PrefetchedBatches batches;
        private final Pace pace = new Pace(plan.budget(), System.nanoTime());
        private final CheckpointClock clock = new CheckpointClock(plan.checkpointEvery(), System.nanoTime());
        private final ModelFile modelFile =
                new ModelFile(recipe, plan.training().hash(), plan.commit(), folder.file(CheckpointFolder.BEST_MODEL));
        private final LearningStep learning;
        private Progress progress;

        Course(Learner learner, PrefetchedBatches batches, Progress start) {
            this.learner = learner;
            this.batches = batches;
            this.progress = start;
            this.learning = new LearningStep(recipe, learner);
        }

        RunOutcome follow() throws IOException {
            long last = lastStep();
            if (progress.step() < last) {
                learning.enter(recipe.phaseAt(progress.step()));
            }
            while (progress.step() < last) {
                if (stopping.get() || pace.spent(System.nanoTime())) {
                    return end(
                            RunOutcome.End.STOPPED, stopping.get() ? "it was asked to stop" : "its time is up", true);
                }
                long step = progress.step();
                StepResult result = learning.take(step, batches.at(step, last));
                if (!result.finite()) {
                    return end(RunOutcome.End.FAILED, notFinite(step, result), false);
                }
                progress = progress.afterStep(step + 1);
                tell(step, result, last);
                if (dueForValidation(last) && validateIsEnough()) {
                    return end(RunOutcome.End.FINISHED, "it has not got better for a while", true);
                }
                if (clock.due(System.nanoTime())) {
                    save();
                }
            }
            boolean whole = last == recipe.totalSteps();
            return end(
                    whole ? RunOutcome.End.FINISHED : RunOutcome.End.STOPPED,
                    whole ? "the recipe is done" : "its steps are done",
                    true);
        }

        private String notFinite(long step, StepResult result) {
            return "step " + step + " gave values that are not finite (" + result.losses()
                    + "); its update was left out, and "
                    + (folder.hasRun()
                            ? "the last good checkpoint is kept in " + folder.file(CheckpointFolder.LAST)
                            : "there was no checkpoint before it");
        }

        private void tell(long step, StepResult result, long last) {
            long now = System.nanoTime();
            pace.stepped(now);
            listener.heard(new RunEvent.Stepped(
                    step,
                    last,
                    recipe.phaseAt(step).name(),
                    result.losses(),
                    pace.stepsPerSecond(),
                    pace.left(last - step - 1, now)));
        }

        private boolean dueForValidation(long last) {
            return validation.possible()
                    && (progress.step() % recipe.validation().everySteps() == 0 || progress.step() == last);
        }

        /** Measures; true where the run has not got better for as long as the recipe has patience. */
        private boolean validateIsEnough() throws RunException {
            boolean averaged = recipe.objective().emaDecay() > 0;
            Views views = recipe.export().views();
            ValidationFigures figures = validation.measure(
                    (l, palette, n, h, w) -> views.mean(
                            new Probe(n, h, w, l),
                            seen -> learner.predict(seen.l(), palette, n, seen.h(), seen.w(), averaged)),
                    recipe.generator().paletteWidth());
            boolean best = isBest(figures);
            progress = best ? progress.withBest(figures) : progress.withoutBest();
            listener.heard(new RunEvent.Validated(progress.step(), figures, best));
            if (best) {
                keepBest(figures);
            }
            pace.paused(System.nanoTime());
            int patience = recipe.validation().patience();
            return patience > 0 && progress.stale() >= patience;
        }

        private boolean isBest(ValidationFigures figures) {
            ValidationFigures before = progress.bestFigures();
            double score = figures.score(recipe.validation().select());
            return before == null
                    || score == Double.POSITIVE_INFINITY
                    || score > before.score(recipe.validation().select());
        }

        private void keepBest(ValidationFigures figures) throws RunException {
            folder.save(CheckpointFolder.BEST, new Checkpoint(progress, learner.state()));
            exportModel(figures);
        }

        private void save() throws RunException {
            folder.save(CheckpointFolder.LAST, new Checkpoint(progress, learner.state()));
            clock.saved(System.nanoTime());
            pace.paused(System.nanoTime());
        }

        private RunOutcome end(RunOutcome.End end, String reason, boolean worthKeeping) throws IOException {
            if (worthKeeping) {
                save();
            }
            if (!validation.possible() && progress.step() > 0) {
                exportModel(null); // without pictures to measure with, the latest model is the best there is
            }
            boolean model = Files.exists(folder.file(CheckpointFolder.BEST_MODEL));
            RunOutcome outcome = new RunOutcome(
                    end, reason, model ? folder.file(CheckpointFolder.BEST_MODEL) : null, progress.bestFigures());
            listener.heard(new RunEvent.Ended(progress.step(), outcome));
            return outcome;
        }

        /** A model that is refused costs the run nothing: what was learnt is in the checkpoint. */
        private void exportModel(@Nullable ValidationFigures figures) {
            try {
                modelFile.write(learner, figures);
                listener.heard(
                        new RunEvent.ModelExported(progress.step(), folder.file(CheckpointFolder.BEST_MODEL), figures));
            } catch (ExportRefusedException | IOException e) {
                listener.heard(new RunEvent.Warned(progress.step(), "the model was not exported: " + e.getMessage()));
            }
        }
    }
}
