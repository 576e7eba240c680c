package io.astrochrome.trainer.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The recipes that come with the trainer, by name, and recipes in files of one's own. */
public final class Recipes {
    /** Names of those that come with the trainer: the paper's table first, then ours. */
    public static final List<String> NAMES = List.of(
            "paper-resnet34-complex",
            "paper-resnet34-basic",
            "paper-wgan-gp-l1",
            "paper-efficientnet-b2",
            "paper-efficientnet-b4",
            "first-light",
            "light",
            "light-on",
            "light-final",
            "faithful-b4",
            "faithful-b4-on",
            "vivid-start",
            "vivid-light",
            "vivid-b4",
            "looks");

    private static final String FOLDER = "/io/astrochrome/trainer/recipes/";
    private static final String SUFFIX = ".yaml";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private Recipes() {}

    /**
     * The recipe in that file, or the one of that name.
     *
     * @throws RecipeException where there is neither, or it cannot be followed
     */
    public static Recipe find(String nameOrFile) throws IOException {
        return find(nameOrFile, RecipeChanges.NONE);
    }

    /**
     * The same after some changes.
     *
     * @throws RecipeException where there is no such recipe, or it cannot be followed as changed
     */
    public static Recipe find(String nameOrFile, RecipeChanges changes) throws IOException {
        Path file = Path.of(nameOrFile);
        return Files.isRegularFile(file)
                ? RecipeReader.read(file.toString(), Files.readString(file), changes)
                : shipped(nameOrFile, changes);
    }

    /**
     * The recipe of that name, from the folder first; never a file elsewhere, whoever asks.
     *
     * @param folder with recipes of one's own, {@code NAME.yaml} each; may be absent
     * @throws RecipeException where there is none, or it cannot be followed
     */
    public static Recipe named(String name, Path folder) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new RecipeException("a recipe's name has letters, digits and hyphens, not " + name);
        }
        Path file = folder.resolve(name + SUFFIX);
        return Files.isRegularFile(file)
                ? RecipeReader.read(file.toString(), Files.readString(file))
                : shipped(name, RecipeChanges.NONE);
    }

    private static Recipe shipped(String nameOrFile, RecipeChanges changes) throws IOException {
        if (!NAMES.contains(nameOrFile)) {
            String nearest = NearestWord.to(nameOrFile, NAMES).orElseThrow();
            throw new RecipeException("there is no recipe named " + nameOrFile + ", nor such a file; the nearest is "
                    + nearest + " (there are " + String.join(", ", NAMES) + ")");
        }
        try (InputStream stream = Recipes.class.getResourceAsStream(FOLDER + nameOrFile + SUFFIX)) {
            if (stream == null) {
                throw new IllegalStateException("the recipe " + nameOrFile + " is missing from the trainer's jar");
            }
            return RecipeReader.read(nameOrFile, new String(stream.readAllBytes(), StandardCharsets.UTF_8), changes);
        }
    }
}
