package io.astrochrome.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a picture of several exposures is made of, and how far its colours are known without a guess.
 *
 * @param stackId SHA-256 over the ids of its exposures in their order and how they were composed; the same is the same picture
 * @param formula what mixed its colours, such as {@code rgb} or {@code sho}; null where it has only one light
 * @param subs exposures by the label of their role, such as {@code Ha}
 * @param seconds of exposure by the label of the role
 * @param measured share of its light whose colour was measured through filters, from 0 to 1
 * @param physics share of its light whose colour is that of a line
 * @param guessed share of its light that is left to a network, which may go by another picture of the place; 0 where nothing is
 * @param colours what is known, for each place: a safetensors file of {@code l}, {@code a}, {@code b}, {@code measured} and
 *     {@code physics}
 */
public record FrameStack(
        String stackId,
        @Nullable String formula,
        Map<String, Integer> subs,
        Map<String, Double> seconds,
        double measured,
        double physics,
        double guessed,
        ObjectReference colours) {
    private static final double ROUNDING = 1e-6;
    private static final int STACK_DIGITS = 12;

    public FrameStack {
        Rules.sha256("stackId", stackId);
        subs = subs == null ? Map.of() : Map.copyOf(subs);
        seconds = seconds == null ? Map.of() : Map.copyOf(seconds);
        if (subs.isEmpty()) {
            throw new IllegalArgumentException("subs must name a role");
        }
        if (measured < 0 || physics < 0 || guessed < 0 || measured + physics + guessed > 1 + ROUNDING) {
            throw new IllegalArgumentException("shares must be positive and at most 1 together, not " + measured + ", "
                    + physics + " and " + guessed);
        }
        Rules.present("colours", colours);
    }

    /**
     * What tells a picture from others: the id of its frame, and where it is of a stack which one, since what is stacked may change
     * while the newest exposure stays the same.
     *
     * @param stack null for a single exposure's
     */
    static String pictureId(FrameIngested frame, @Nullable FrameStack stack) {
        return stack == null ? frame.frameId() : frame.frameId() + "." + stack.stackId.substring(0, STACK_DIGITS);
    }

    /** How many exposures there are in all. */
    public int depth() {
        return subs.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether a network has any part in its colours. */
    public boolean hasGuess() {
        return guessed > 0;
    }
}
