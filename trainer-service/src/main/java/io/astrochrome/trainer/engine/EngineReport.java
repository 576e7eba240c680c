package io.astrochrome.trainer.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the engine in this process.
 *
 * @param engine the library and its version; null as long as no network was run, because it is loaded then
 * @param device it computes on; null as before
 * @param processor for people
 * @param checked kinds of convolution that were checked, or found checked by an earlier process
 * @param detours those that the library computes wrongly, each with the way it goes round
 * @param checkMillis what the checks of this process cost; 0 where all were found
 */
public record EngineReport(
        @Nullable String engine,
        @Nullable String device,
        String processor,
        int checked,
        List<CheckedConvolution> detours,
        double checkMillis) {
    public EngineReport {
        detours = List.copyOf(detours);
    }

    /** Kinds of convolution that go that way. */
    public long count(ConvolutionWay way) {
        return way == ConvolutionWay.PLAIN
                ? checked - detours.size()
                : detours.stream().filter(detour -> detour.way() == way).count();
    }
}
