package io.astrochrome.trainer.run;

import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.objective.StepLosses;
import io.astrochrome.trainer.objective.TrainingBatch;
import io.astrochrome.trainer.recipe.EncoderTraining;
import io.astrochrome.trainer.recipe.Phase;
import io.astrochrome.trainer.recipe.Rates;
import io.astrochrome.trainer.recipe.Recipe;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One step of a recipe: the generator alone while warming up; afterwards the critic at every step and the generator at
 * every n-th, both with the schedule's learning rates.
 */
final class LearningStep {
    private final Recipe recipe;
    private final Learner learner;
    private final StepCalendar calendar;

    LearningStep(Recipe recipe, Learner learner) {
        this.recipe = recipe;
        this.learner = learner;
        this.calendar = new StepCalendar(recipe);
    }

    void enter(Phase phase) {
        learner.encoderFrozen(phase.encoder() == EncoderTraining.FROZEN);
    }

    StepResult take(long step, TrainingBatch batch) {
        Phase phase = recipe.phaseAt(step);
        if (calendar.startsPhase(step)) {
            enter(phase);
        }
        double factor = phase.rate() * recipe.schedule().factor(step, recipe.totalSteps());
        Rates rates = recipe.rates();
        learner.learningRates(rates.generator() * factor, rates.encoder() * factor, rates.critic() * factor);
        Map<String, Double> losses = new LinkedHashMap<>();
        boolean finite = true;
        if (phase.adversarial()) {
            StepLosses critic = learner.criticStep(batch);
            critic.named().forEach((name, value) -> losses.put("critic." + name, value));
            finite = critic.finite();
        }
        if (finite && (!phase.adversarial() || (step + 1) % recipe.schedule().generatorEvery() == 0)) {
            StepLosses generator = learner.generatorStep(batch, phase.adversarial());
            losses.putAll(generator.named());
            finite = generator.finite();
        }
        return new StepResult(losses, finite);
    }
}
