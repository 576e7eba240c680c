package io.astrochrome.standalone.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the launcher keeps what survives a restart. */
public record DataFolder(Path root) {
    /** A log that is longer at the start is put aside. */
    private static final long LONGEST_LOG_BYTES = 8L << 20;

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The folder that somebody named, else the one of the system property {@code astrochrome.data}, which {@code ./run} gives
     * where the project's folder is the system's, else {@code .astrochrome} in the project's.
     *
     * @param named may be null
     */
    public static DataFolder of(Path named, Path project) {
        return new DataFolder(
                named != null ? named : project.resolve(System.getProperty("astrochrome.data", ".astrochrome")));
    }

    /** Creates the folder and its parts where they do not exist. */
    public DataFolder create() throws IOException {
        for (var folder : new Path[] {root, logs(), kafka(), store(), work()}) {
            Files.createDirectories(folder);
        }
        return this;
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path store() {
        return root.resolve("store");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Scratch space of the services. */
    public Path work() {
        return root.resolve("work");
    }

    /** Classes of the processes, for quicker starts; may be deleted. */
    public Path archives() {
        return root.resolve("archives");
    }

    public Path demoFrames() {
        return root.resolve("demo-frames");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path settings() {
        return root.resolve("settings.properties");
    }

    Path processes() {
        return root.resolve("processes.properties");
    }

    /** The log of a process; a long one from earlier is kept beside it under another name. */
    public Path freshLog(String process) throws IOException {
        var log = logs().resolve(process + ".log");
        if (Files.exists(log) && Files.size(log) > LONGEST_LOG_BYTES) {
            Files.move(log, logs().resolve(process + ".1.log"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }
}
