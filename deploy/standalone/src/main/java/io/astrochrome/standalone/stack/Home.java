package io.astrochrome.standalone.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The built project: where the services and models lie.
 *
 * @param root the project's folder
 * @param models where models are looked for
 * @param chosen the model that somebody named
 */
public record Home(Path root, Path models, Optional<Path> chosen) {
    private static final String MODEL = ".onnx";

    /** A project's folder, and one with models. */
    public Home(Path root, Path models) {
        this(root, models, Optional.empty());
    }

    /** The folder that {@code ./run} names in the system property {@code astrochrome.home}, else the working folder. */
    public static Home current() {
        return at(Path.of(System.getProperty("astrochrome.home", "")).toAbsolutePath());
    }

    /** A project's folder, with the models that ship with it. */
    public static Home at(Path root) {
        return new Home(root, root.resolve("deploy/models"));
    }

    /**
     * The class path of a service, everything on one flat path. The application's own loader would read the same jars,
     * but only classes from the system's class path go into a shared archive.
     *
     * @throws NotBuiltException if the service has not been packaged
     */
    List<Path> classPath(Service service) throws IOException {
        var app = root.resolve(service.module()).resolve("target/quarkus-app");
        if (!Files.isRegularFile(app.resolve("quarkus-run.jar"))) {
            throw new NotBuiltException(service.module());
        }
        var path = new ArrayList<Path>();
        for (var folder : List.of("quarkus", "app", "lib/boot", "lib/main")) {
            try (var files = Files.list(app.resolve(folder))) {
                // Descending: transformed-bytecode.jar must come before generated-bytecode.jar and the application.
                files.filter(file -> file.toString().endsWith(".jar"))
                        .sorted(Comparator.reverseOrder())
                        .forEach(path::add);
            }
        }
        return path;
    }

    /**
     * The same with another model.
     *
     * @param model a file, or the name of one that ships, such as {@code vivid}
     * @throws NoSuchFileException if there is none
     */
    public Home choosing(String model) throws NoSuchFileException {
        for (var file : List.of(Path.of(model), models.resolve(model + MODEL))) {
            if (Files.isRegularFile(file)) {
                return new Home(root, models, Optional.of(file.toAbsolutePath()));
            }
        }
        throw new NoSuchFileException(model, null, "it is neither a file nor the name of a model in " + models);
    }

    /** The chosen one, else {@code champion.onnx}, else the last by name in {@code deploy/models}. */
    public Optional<Path> model() throws IOException {
        if (chosen.isPresent()) {
            return chosen;
        }
        if (!Files.isDirectory(models)) {
            return Optional.empty();
        }
        var champion = models.resolve("champion" + MODEL);
        if (Files.exists(champion)) {
            return Optional.of(champion);
        }
        try (var files = Files.list(models)) {
            return files.filter(file -> file.toString().endsWith(MODEL)).max(Comparator.naturalOrder());
        }
    }
}
