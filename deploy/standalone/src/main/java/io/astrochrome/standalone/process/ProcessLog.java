package io.astrochrome.standalone.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file that a running process appends its output to, kept short: what is too long is copied beside it and cut off, since
 * the process holds the file open. What is written between the two is lost. Where there is no room for the copy the output is
 * cut off all the same.
 */
final class ProcessLog {
    private final Path file;
    private final long longestBytes;

    ProcessLog(Path file, long longestBytes) {
        this.file = file;
        this.longestBytes = longestBytes;
    }

    /** Cuts the file off where it has become too long. */
    void turnOver() throws IOException {
        if (!Files.exists(file) || Files.size(file) <= longestBytes) {
            return;
        }
        try {
            Files.copy(file, before(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            giveRoom();
        }
        try (var log = FileChannel.open(file, StandardOpenOption.WRITE)) {
            log.truncate(0);
        }
    }

    private void giveRoom() {
        try {
            Files.deleteIfExists(before());
        } catch (IOException e) {
            // What matters is that the file does not grow.
        }
    }

    /** The output before that in the file. */
    Path before() {
        var name = file.getFileName().toString();
        var stem = name.endsWith(".log") ? name.substring(0, name.length() - ".log".length()) : name;
        return file.resolveSibling(stem + ".1.log");
    }
}
