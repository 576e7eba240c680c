package io.astrochrome.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Diagnostic commands for running JVMs, by the jcmd of the JDK that runs this. */
public final class Jcmd {
    private Jcmd() {}

    /**
     * Asks a JVM to do something and waits for it.
     *
     * @param pid of the JVM
     * @param command such as {@code GC.run}, with its arguments
     * @return false where this Java has no jcmd, as a JRE has none, or where the JVM has not done it
     */
    public static boolean run(long pid, Duration patience, String... command) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            return false;
        }
        var words = new ArrayList<>(List.of(jcmd.toString(), Long.toString(pid)));
        words.addAll(List.of(command));
        var asking = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!asking.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            asking.destroyForcibly();
            return false;
        }
        return asking.exitValue() == 0;
    }
}
