package io.astrochrome.platform.prune;

import io.astrochrome.storage.ObjectKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What may go.
 *
 * @param ages how old an object must be, by its kind; a kind that is not named stays
 * @param newest how many of the newest records of each partition count as not handled yet: what a page shows
 * @param handledToo whether objects may go that records on the log refer to, once the services have handled these
 */
public record PruneRules(Map<ObjectKind, Duration> ages, int newest, boolean handledToo) {
    /** Kinds of which nothing is lost for ever when an old object goes; a frame goes with its mark, of nights only the stacks go. */
    public static final Set<ObjectKind> PRUNABLE = Set.copyOf(EnumSet.of(
            ObjectKind.FRAMES,
            ObjectKind.LUMINANCE,
            ObjectKind.COMPOSITES,
            ObjectKind.COLORIZED,
            ObjectKind.NIGHTS,
            ObjectKind.CHECKPOINTS));

    /** As long as the log keeps records on one machine. */
    public static final Duration DEFAULT_AGE = Duration.ofDays(30);

    /** Of stacks that nothing was added to: a target that comes back in its season is stacked again from its exposures. */
    public static final Duration STACKS_AGE = Duration.ofDays(180);

    /** As many as the page keeps by default. */
    public static final int DEFAULT_NEWEST = 500;

    public PruneRules {
        for (Map.Entry<ObjectKind, Duration> age : ages.entrySet()) {
            if (!PRUNABLE.contains(age.getKey())) {
                throw new IllegalArgumentException(
                        "objects of kind " + age.getKey().label() + " are never pruned");
            }
            if (age.getValue().isNegative() || age.getValue().isZero()) {
                throw new IllegalArgumentException(
                        "the age of " + age.getKey().label() + " must be longer than nothing, not " + age.getValue());
            }
        }
        if (newest < 0) {
            throw new IllegalArgumentException("the number of newest records must not be negative, not " + newest);
        }
        ages = Map.copyOf(ages);
    }

    /** What can be made again, after thirty days, stacks after half a year; frames as they came stay, since nobody can make them again. */
    public static Map<ObjectKind, Duration> defaultAges() {
        Map<ObjectKind, Duration> ages = new EnumMap<>(ObjectKind.class);
        PRUNABLE.forEach(kind -> ages.put(kind, DEFAULT_AGE));
        ages.put(ObjectKind.NIGHTS, STACKS_AGE);
        ages.remove(ObjectKind.FRAMES);
        return ages;
    }
}
