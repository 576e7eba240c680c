package io.astrochrome.colorize.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/** Finds out whether a person looks at the standard error, or a file takes it. */
public final class Watcher {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Watcher() {}

    /** Whether a person does. */
    public static boolean looksOn() {
        if (!Files.isSymbolicLink(STANDARD_ERROR)) {
            return Ansi.AUTO.enabled();
        }
        try {
            String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
