package io.astrochrome.colorize.cli.prune;

import io.astrochrome.platform.prune.PruneRules;
import io.astrochrome.storage.ObjectKind;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How old objects must be to go, by kind. */
final class AgeOptions {
    private static final String NEVER = "never";
    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([hd])");

    @Option(
            names = {"-a", "--after"},
            paramLabel = "KIND=AGE",
            description =
                    "Objects of a kind go after that age, such as colorized=14d, frames=365d, luminance=12h, or never. Kinds: "
                            + "frames, luminance, composites, colorized, nights (their stacks, which are made again), checkpoints."
                            + " Default: frames never, nights after 180d, the others after 30d.")
    private Map<String, String> ages = Map.of();

    /**
     * The ages; a kind that never goes has none.
     *
     * @throws IllegalArgumentException where there is no such kind, or an age is none
     */
    Map<ObjectKind, Duration> byKind() {
        Map<ObjectKind, Duration> byKind = new HashMap<>(PruneRules.defaultAges());
        ages.forEach((label, age) -> {
            ObjectKind kind = ObjectKind.labelled(label);
            if (age.equals(NEVER)) {
                byKind.remove(kind);
            } else {
                byKind.put(kind, parsed(age));
            }
        });
        return byKind;
    }

    private static Duration parsed(String age) {
        Matcher matcher = AGE.matcher(age);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an age must be like 30d or 12h, or never, not " + age);
        }
        ChronoUnit unit = matcher.group(2).equals("d") ? ChronoUnit.DAYS : ChronoUnit.HOURS;
        return Duration.of(Long.parseLong(matcher.group(1)), unit);
    }
}
