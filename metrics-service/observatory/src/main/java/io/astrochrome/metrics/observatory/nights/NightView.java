package io.astrochrome.metrics.observatory.nights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.astrochrome.events.night.StackOrder;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubMeasured;
import io.astrochrome.events.night.SubPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A target's night as the page reads it.
 *
 * @param single whether each exposure is shown by itself
 * @param formula that was chosen; null for what shows most
 * @param palette that was chosen; null for the model's choice
 * @param filters what is stacked, by role
 * @param subs every exposure, newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NightView(
        String target,
        boolean single,
        @Nullable String formula,
        @Nullable String palette,
        List<Filter> filters,
        List<Sub> subs) {
    /** The exposures of a role in its stack. */
    record Filter(String role, int subs, double seconds) {}

    /**
     * An exposure.
     *
     * @param place {@code stacked}, {@code refused} or {@code taken-out}
     * @param reason why it is in no stack
     * @param width of its stars in px
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sub(
            String frameId,
            String fileName,
            Instant at,
            String filter,
            String role,
            double seconds,
            String place,
            @Nullable String reason,
            @Nullable Integer stars,
            @Nullable Double width,
            @Nullable Double elongation,
            @Nullable Double background,
            double residual,
            double weight,
            @Nullable String calibration,
            int depth) {
        static Sub of(SubJudged sub) {
            SubMeasured quality = sub.quality();
            Instant exposed = sub.frame().exposedAt();
            return new Sub(
                    sub.frame().frameId(),
                    sub.frame().fileName(),
                    exposed == null ? sub.frame().ingestedAt() : exposed,
                    sub.filter(),
                    sub.role(),
                    sub.seconds(),
                    sub.place().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    sub.reason(),
                    quality == null ? null : quality.stars(),
                    quality == null ? null : quality.width(),
                    quality == null ? null : quality.elongation(),
                    quality == null ? null : quality.background(),
                    sub.residual(),
                    sub.weight(),
                    sub.calibration(),
                    sub.depth());
        }
    }

    /**
     * Of what was heard and ordered.
     *
     * @param order null where there is none
     */
    static NightView of(String target, List<SubJudged> heard, @Nullable StackOrder order) {
        Map<String, Filter> filters = new LinkedHashMap<>();
        List<Sub> subs = new ArrayList<>();
        for (SubJudged sub : heard) {
            SubJudged now = sub.place() == SubPlace.STACKED
                            && order != null
                            && order.takenOut().contains(sub.frame().frameId())
                    ? sub.movedTo(SubPlace.TAKEN_OUT, "it was taken out")
                    : sub;
            if (now.place() == SubPlace.STACKED) {
                filters.merge(
                        now.role(),
                        new Filter(now.role(), 1, now.seconds()),
                        (a, b) -> new Filter(a.role(), a.subs() + b.subs(), a.seconds() + b.seconds()));
            }
            subs.add(0, Sub.of(now));
        }
        return new NightView(
                target,
                order != null && order.single(),
                order == null ? null : order.formula(),
                order == null ? null : order.palette(),
                List.copyOf(filters.values()),
                subs);
    }
}
