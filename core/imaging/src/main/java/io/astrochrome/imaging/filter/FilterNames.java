package io.astrochrome.imaging.filter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Filters' names to roles. The operator's own table goes first, compared without case and blanks at the ends; then the
 * name's words are looked at, one by one, never a part of one: what says nothing, or two things that exclude each other, is
 * {@link FilterRole#UNKNOWN}. Immutable and thread-safe.
 */
public final class FilterNames {
    /** The names alone, without a table. */
    public static final FilterNames STANDARD = new FilterNames(Map.of());

    private static final Pattern BANDWIDTH = Pattern.compile("\\d+([.,]\\d+)?\\s*(nm|a|å)(?![a-z])");
    private static final Pattern WORDS = Pattern.compile("[^a-z0-9]+");

    /** Lines' names run together, as in HaOIII. */
    private static final Pattern LINES = Pattern.compile(
            "(halpha|ha|hbeta|hb|oiii|o3|sii|s2|nii|n2)(?=(halpha|ha|hbeta|hb|oiii|o3|sii|s2|nii|n2)*$)");

    private static final Map<String, FilterRole> WORD = words();

    /** Filters that pass two or three lines, by the names they are sold under. */
    private static final Set<String> DUAL_BAND = Set.of(
            "duo",
            "dual",
            "dualband",
            "duoband",
            "duonarrowband",
            "enhance",
            "lenhance",
            "extreme",
            "lextreme",
            "ultimate",
            "lultimate",
            "nbz",
            "alpt",
            "triband",
            "quadband",
            "tri",
            "quad");

    /** Says which part of the infrared is meant: none of it. */
    private static final Set<String> CUT = Set.of("cut", "block", "blocking");

    /** The operator's table, its names folded. */
    private final Map<String, FilterRole> aliases;

    /**
     * With a table of the operator's.
     *
     * @param aliases roles by names of filters
     */
    public FilterNames(Map<String, FilterRole> aliases) {
        Map<String, FilterRole> folded = new HashMap<>();
        aliases.forEach((name, role) -> folded.put(folded(name), role));
        this.aliases = Map.copyOf(folded);
    }

    /** A name as somebody reads it who has no table of the operator's: what that names is its role's label. */
    public String plain(String name) {
        FilterRole alias = aliases.get(folded(name));
        return alias == null ? name : alias.label();
    }

    /** The role that a name means; an empty name means a camera without filters, and so all of the light. */
    public FilterRole role(String name) {
        FilterRole alias = aliases.get(folded(name));
        if (alias != null) {
            return alias;
        }
        List<String> words = words(name);
        if (words.isEmpty()) {
            return name.isBlank() ? FilterRole.LUMINANCE : FilterRole.UNKNOWN;
        }
        Set<FilterRole> roles = EnumSet.noneOf(FilterRole.class);
        for (int i = 0; i < words.size(); i++) {
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            boolean cut = CUT.contains(next)
                    && (words.get(i).equals("ir") || words.get(i).equals("uvir"));
            addRoles(roles, cut ? "ircut" : words.get(i));
        }
        return one(roles);
    }

    private static FilterRole one(Set<FilterRole> roles) {
        boolean lines = !roles.isEmpty() && roles.stream().allMatch(FilterRole::isLine);
        boolean dual = roles.contains(FilterRole.DUAL_BAND)
                && roles.stream().allMatch(r -> r.isLine() || r == FilterRole.DUAL_BAND || r == FilterRole.LUMINANCE);
        if (dual || (lines && roles.size() > 1)) {
            return FilterRole.DUAL_BAND;
        }
        if (roles.size() == 2 && roles.contains(FilterRole.LUMINANCE)) {
            roles.remove(FilterRole.LUMINANCE); // "Empty/B": the other wheel's open place
        }
        return roles.size() == 1 ? roles.iterator().next() : FilterRole.UNKNOWN;
    }

    private static void addRoles(Set<FilterRole> roles, String word) {
        if (DUAL_BAND.contains(word)) {
            roles.add(FilterRole.DUAL_BAND);
        } else if (WORD.containsKey(word)) {
            roles.add(WORD.get(word));
        } else {
            var lines = LINES.matcher(word);
            List<FilterRole> found = new ArrayList<>();
            int end = 0;
            while (lines.find() && lines.start() == end) {
                found.add(WORD.getOrDefault(lines.group(), FilterRole.UNKNOWN));
                end = lines.end();
            }
            if (end == word.length()) {
                roles.addAll(found);
            }
        }
    }

    /** The name's words in lower case, Greek spelt out, bandwidths left out, a letter and its numeral put together. */
    private static List<String> words(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replace("\u03b1", "alpha")
                .replace("\u03b2", "beta")
                .replace("[", " ")
                .replace("]", " ");
        plain = BANDWIDTH.matcher(plain).replaceAll(" ");
        List<String> words = new ArrayList<>();
        for (String word : WORDS.split(plain)) {
            String before = words.isEmpty() ? "" : words.get(words.size() - 1);
            boolean continues =
                    switch (before) {
                        case "h" -> word.equals("alpha") || word.equals("a") || word.equals("beta");
                        case "o" -> word.equals("iii") || word.equals("3");
                        case "s", "n" -> word.equals("ii") || word.equals("2");
                        case "l" ->
                            word.equals("enhance")
                                    || word.equals("extreme")
                                    || word.equals("ultimate")
                                    || word.equals("pro")
                                    || word.equals("quad");
                        case "uv" -> word.equals("ir");
                        case "alp" -> word.equals("t");
                        default -> false;
                    };
            if (continues) {
                words.set(words.size() - 1, before + word);
            } else if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static Map<String, FilterRole> words() {
        Map<String, FilterRole> words = new HashMap<>();
        put(
                words,
                FilterRole.LUMINANCE,
                "l",
                "lum",
                "luminance",
                "luma",
                "clear",
                "c",
                "empty",
                "open",
                "none",
                "nofilter",
                "ircut",
                "uvir",
                "uvircut",
                "lpr",
                "lp",
                "lps",
                "cls",
                "uhc",
                "lpro",
                "idas",
                "w",
                "white",
                "pan",
                "air");
        put(words, FilterRole.RED, "r", "red", "rot", "rouge", "rojo", "rp", "rs");
        put(words, FilterRole.GREEN, "g", "green", "gruen", "gr\u00fcn", "vert", "verde", "v", "gp", "gs");
        put(words, FilterRole.BLUE, "b", "blue", "blau", "bleu", "azul", "bp");
        put(words, FilterRole.H_ALPHA, "h", "ha", "halpha", "hydrogen", "ha656", "h656");
        put(words, FilterRole.O_III, "o", "o3", "oiii", "oxygen", "o501");
        put(words, FilterRole.S_II, "s", "s2", "sii", "sulphur", "sulfur", "s672");
        put(
                words,
                FilterRole.INFRARED,
                "i",
                "ir",
                "infrared",
                "nir",
                "irpass",
                "ir642",
                "ir685",
                "ir742",
                "ir807",
                "ir850",
                "ip",
                "zs",
                "z",
                "y");
        put(
                words,
                FilterRole.UNKNOWN,
                "hbeta",
                "hb",
                "nii",
                "n2",
                "ch4",
                "methane",
                "uv",
                "u",
                "up",
                "dark",
                "blank",
                "ca",
                "sodium");
        return Map.copyOf(words);
    }

    private static void put(Map<String, FilterRole> words, FilterRole role, String... names) {
        for (String name : names) {
            words.put(name, role);
        }
    }

    private static String folded(String name) {
        return name.trim().toLowerCase(Locale.ROOT);
    }
}
