package io.astrochrome.colorize.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Finds the model file that an operator means. */
public final class ModelFiles {
    private static final String EXTENSION = ".onnx";
    private static final String CHAMPION = "champion" + EXTENSION;

    private ModelFiles() {}

    /** The folder of the models that ship with the project, whose folder {@code ./run} names. */
    public static Path shipped() {
        return Path.of(System.getProperty("astrochrome.home", ".")).resolve("deploy/models");
    }

    /**
     * The file itself, a folder's {@code champion.onnx} or else the last of its {@code *.onnx} by name, or the model that
     * ships under that name, such as {@code vivid}.
     *
     * @throws NoSuchFileException where there is no such file, with a reason that says where was looked
     */
    public static Path find(Path meant) throws IOException {
        return find(meant, shipped());
    }

    static Path find(Path meant, Path shippedModels) throws IOException {
        if (Files.isRegularFile(meant)) {
            return meant;
        }
        if (Files.isDirectory(meant)) {
            return championOf(meant);
        }
        Path shipped = shippedModels.resolve(meant + EXTENSION);
        if (Files.isRegularFile(shipped)) {
            return shipped;
        }
        throw new NoSuchFileException(
                meant.toString(), null, "there is neither a file nor a folder, and no such model in " + shippedModels);
    }

    private static Path championOf(Path folder) throws IOException {
        Path champion = folder.resolve(CHAMPION);
        if (Files.isRegularFile(champion)) {
            return champion;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(EXTENSION))
                    .max(Comparator.comparing(file -> file.getFileName().toString()))
                    .orElseThrow(
                            () -> new NoSuchFileException(folder.toString(), null, "the folder has no *" + EXTENSION));
        }
    }
}
