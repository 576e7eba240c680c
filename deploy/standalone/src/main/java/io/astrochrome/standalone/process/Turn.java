package io.astrochrome.standalone.process;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** Linux takes one such wish in a tenth of a second from all who have no privilege (proc_sched_autogroup_set_nice). */
    private static final long BETWEEN_WISHES_MILLIS = 110;

    /** So many processes may have the same wish at a time. */
    private static final int WISHES = 10;

    private Turn() {}

    /** Puts a running process behind the others; it needs no privilege, and cannot be taken back without. */
    static void behindTheOthers(long pid, int niceness) throws InterruptedException {
        var process = Path.of("/proc", Long.toString(pid));
        // Where Linux shares the processors between sessions first, the session's niceness counts as well.
        var autogroup = process.resolve("autogroup").toFile();
        for (int wish = 0; autogroup.exists() && wish < WISHES && !hasTaken(autogroup, niceness); wish++) {
            Thread.sleep(BETWEEN_WISHES_MILLIS);
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

    /** Not by a channel: where the system says "try again" it throws what no signature names, "no bytes written". */
    private static boolean hasTaken(File autogroup, int niceness) {
        try (var out = new FileOutputStream(autogroup)) {
            out.write(Integer.toString(niceness).getBytes(StandardCharsets.US_ASCII));
            return true;
        } catch (IOException e) {
            return false;
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
