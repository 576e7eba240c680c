package io.astrochrome.trainer.run;

import io.astrochrome.trainer.recipe.Phase;
import io.astrochrome.trainer.recipe.Recipe;

/** Which views each step of a recipe learns from: a function of the step alone, so that a resumed run sees the same. */
record StepCalendar(Recipe recipe) {
    /** How many views were drawn before that step. */
    long firstView(long step) {
        long views = 0;
        long left = step;
        for (Phase phase : recipe.phases()) {
            long steps = Math.min(left, phase.steps());
            views += steps * phase.batch();
            left -= steps;
        }
        return views;
    }

    /** Whether the step is the first of its phase. */
    boolean startsPhase(long step) {
        return step == 0 || !recipe.phaseAt(step).equals(recipe.phaseAt(step - 1));
    }
}
