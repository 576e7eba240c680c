package io.astrochrome.colorize.cli;

import io.astrochrome.colorize.replay.ReplaySpan;
import io.astrochrome.events.Purpose;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which past frames are meant. */
final class SpanOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "When the first frame was prepared, such as 2026-11-22T20:00:00Z. Default: the log's beginning.")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "The span's end, exclusive. Default: now.")
    private @Nullable Instant to;

    @Option(
            names = "--offsets",
            paramLabel = "PARTITION:FIRST-LAST",
            split = ",",
            description = "Only these offsets of lab-tensors.v1; may be given for several partitions.")
    private List<String> offsets = List.of();

    @Option(
            names = {"-t", "--target"},
            paramLabel = "NAME",
            description = "Only frames of this target; may be given again.")
    private Set<String> targets = Set.of();

    @Option(
            names = {"-p", "--purpose"},
            paramLabel = "PURPOSE",
            split = ",",
            defaultValue = "live,validation",
            description = "live, validation or train. Default: ${DEFAULT-VALUE}.")
    private Set<Purpose> purposes;

    /** The span; wrong usage of {@code line} where it is none. */
    ReplaySpan span(CommandLine line) {
        try {
            return new ReplaySpan(from, to, parsed(), targets, purposes);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, e.getMessage(), e);
        }
    }

    private Map<Integer, ReplaySpan.Offsets> parsed() {
        Map<Integer, ReplaySpan.Offsets> parsed = new LinkedHashMap<>();
        for (String part : offsets) {
            String[] numbers = part.split("[:-]", -1);
            try {
                if (numbers.length != 3) {
                    throw new NumberFormatException(part);
                }
                parsed.put(
                        Integer.valueOf(numbers[0]),
                        new ReplaySpan.Offsets(Long.parseLong(numbers[1]), Long.parseLong(numbers[2])));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "--offsets must be PARTITION:FIRST-LAST, not %s", part), e);
            }
        }
        return parsed;
    }
}
