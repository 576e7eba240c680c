package io.astrochrome.trainer.recipe;

/**
 * The learning rate's course over a run: a straight rise, then half a cosine down (Loshchilov and Hutter 2017,
 * arXiv:1608.03983).
 *
 * @param warmUpSteps over which the rate rises from nothing
 * @param finalFraction of the full rate that is left at the end
 * @param generatorEvery the generator is trained once every so many critic steps
 */
public record Schedule(long warmUpSteps, double finalFraction, int generatorEvery) {
    /** What the learning rates are multiplied by at {@code step}, counted from 0, of {@code totalSteps}. */
    public double factor(long step, long totalSteps) {
        if (step < warmUpSteps) {
            return (step + 1.0) / warmUpSteps;
        }
        double done = Math.min(1, (step - warmUpSteps) / (double) Math.max(1, totalSteps - warmUpSteps));
        return finalFraction + (1 - finalFraction) * (1 + Math.cos(Math.PI * done)) / 2;
    }
}
