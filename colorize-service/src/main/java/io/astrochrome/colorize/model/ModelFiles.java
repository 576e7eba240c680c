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

    private ModelFiles() {}

    /** The folder of the models that ship with the project, whose folder {@code ./run} names. */
    public static Path shipped() {
        return Path.of(System.getProperty("astrochrome.home", ".")).resolve("deploy/models");
    }

    /**
     * The file itself, or the last by name of a folder's {@code *.onnx}: shipped models are named by their date or number.
     *
     * @throws NoSuchFileException where there is no such file, with a reason that says where was looked
     */
    public static Path find(Path fileOrFolder) throws IOException {
        if (Files.isRegularFile(fileOrFolder)) {
            return fileOrFolder;
        }
        if (!Files.isDirectory(fileOrFolder)) {
            throw new NoSuchFileException(fileOrFolder.toString(), null, "there is neither a file nor a folder");
        }
        try (Stream<Path> files = Files.list(fileOrFolder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(EXTENSION))
                    .max(Comparator.comparing(file -> file.getFileName().toString()))
                    .orElseThrow(() ->
                            new NoSuchFileException(fileOrFolder.toString(), null, "the folder has no *" + EXTENSION));
        }
    }
}
