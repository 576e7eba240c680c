package io.astrochrome.ingest.intake;

import io.astrochrome.imaging.palette.PaletteRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which palette is asked for where the sender asks for none: that of the frame's folder, else that of its target. Names
 * are compared without regard to case; {@code *} stands for anything; of several that match, the longest wins. Immutable.
 */
public final class PaletteRules {
    private final List<Rule> byFolder;
    private final List<Rule> byTarget;

    /**
     * Rules by folder and by target.
     *
     * @throws IllegalArgumentException where a palette is none that can be asked for; the message names its rule
     */
    public PaletteRules(Map<String, String> byFolder, Map<String, String> byTarget) {
        this.byFolder = rules("folder-palettes", byFolder);
        this.byTarget = rules("target-palettes", byTarget);
    }

    /** What to ask for. */
    Optional<String> of(Submission submission, String target) {
        return submission
                .palette()
                .or(() -> submission.folder().flatMap(folder -> first(byFolder, folder)))
                .or(() -> first(byTarget, target));
    }

    private static Optional<String> first(List<Rule> rules, String name) {
        return rules.stream()
                .filter(rule -> rule.names.matcher(name).matches())
                .map(Rule::palette)
                .findFirst();
    }

    private static List<Rule> rules(String key, Map<String, String> palettes) {
        return palettes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())))
                .map(entry -> rule(key, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Rule rule(String key, String name, String palette) {
        try {
            PaletteRequest.parse(palette);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("astrochrome.ingest." + key + ".\"" + name + "\": " + e.getMessage(), e);
        }
        String expression = Pattern.quote(name).replace("*", "\\E.*\\Q");
        return new Rule(Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), palette);
    }

    /** Which names get which palette. */
    private record Rule(Pattern names, String palette) {}
}
