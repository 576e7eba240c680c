package io.astrochrome.standalone.stack;

import io.astrochrome.standalone.folder.DataFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** A launcher in a process of its own, so that a test can kill it; prints its child's process id. */
public final class InfrastructureLauncher {
    private InfrastructureLauncher() {}

    /** Takes the data folder. */
    public static void main(String[] args) throws Exception {
        var root = Path.of(args[0]);
        var stack = Stack.start(Home.at(root), new DataFolder(root.resolve("data")), Set.of(), event -> {});
        stack.awaitReady(Duration.ofMinutes(1));
        System.out.println(stack.processes().get(0).pid().orElseThrow());
        Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
}
