package io.astrochrome.standalone.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose turn it is on the processors, where the system has the means (Linux's procfs and util-linux; without them nothing
 * changes). A process that goes behind the others gets what they leave, and waits for its turn as a batch does (SCHED_BATCH,
 * sched(7)), where it would otherwise take the processor from who computes at each record that arrives.
 */
final class Turn {
    private static final String BATCH_PRIORITY = "0";

    private Turn() {}

    /** Puts a running process behind the others; it needs no privilege, and cannot be taken back without. */
    static void behindTheOthers(long pid, int niceness) throws InterruptedException {
        var process = Path.of("/proc", Long.toString(pid));
        try {
            // Where Linux shares the processors between sessions first, the session's niceness counts as well.
            Files.writeString(process.resolve("autogroup"), Integer.toString(niceness));
        } catch (IOException e) {
            // no procfs, or no such sharing
        }
        try {
            var renice = new ArrayList<>(List.of("renice", "-n", Integer.toString(niceness), "-p"));
            renice.addAll(threads(process));
            run(renice);
            run(List.of("chrt", "--batch", "--all-tasks", "--pid", BATCH_PRIORITY, Long.toString(pid)));
        } catch (IOException e) {
            // it has ended, or the system has no such commands
        }
    }

    private static List<String> threads(Path process) throws IOException {
        var ids = new ArrayList<String>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(process.resolve("task"))) {
            tasks.forEach(task -> ids.add(task.getFileName().toString()));
        }
        return ids;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null")))
                .start()
                .waitFor();
    }
}
