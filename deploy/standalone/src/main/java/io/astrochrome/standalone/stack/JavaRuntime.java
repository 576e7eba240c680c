package io.astrochrome.standalone.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JVM that the launcher itself runs on, for its children: small, quiet, and right for its version. */
final class JavaRuntime {
    private static final int NATIVE_ACCESS_IS_ASKED_FOR = 24;
    private static final int COMPACT_HEADERS_ARE_STABLE = 25;

    /**
     * What a service holds when it is ready, and as much again for what outlives a young collection: less would be collected
     * and grown several times on the way there, and every second or two while frames are under way. Memory that is not
     * touched costs nothing.
     */
    private static final int OLD_HEAP_AT_START_MEBIBYTES = 80;

    /** Fewest that a JVM allows, one of each kind: several processes share the machine. */
    private static final String COMPILER_THREADS = "-XX:CICompilerCount=2";

    private static final String YIELD =
            "[ -w /proc/self/autogroup ] && echo $0 2>/dev/null >/proc/self/autogroup; exec nice -n $0 \"$@\"";

    private final Path java;
    private final int version;
    private final Path ownJar;

    JavaRuntime(Path java, int version, Path ownJar) {
        this.java = java;
        this.version = version;
        this.ownJar = ownJar;
    }

    static JavaRuntime current(Path ownJar) {
        return new JavaRuntime(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Runtime.version().feature(),
                ownJar);
    }

    /**
     * A command that runs {@code mainClass} as a child: it ends with the launcher.
     *
     * @param argumentFile is written; takes the class path, which is too long for a command line: ONNX Runtime 1.29 reads
     *     its own process's and dies of some 15 kB
     */
    List<String> command(
            JvmProfile profile, List<Path> classPath, List<String> flags, String mainClass, Path argumentFile)
            throws IOException {
        Files.writeString(argumentFile, "-cp\n" + quoted(joined(classPath)) + "\n");
        var command = new ArrayList<String>();
        ownProcessGroup().forEach(command::add);
        if (profile.niceness() > 0) {
            behindTheOthers(profile.niceness()).forEach(command::add);
        }
        command.add(java.toString());
        command.add("-Xmx" + profile.maxHeapMebibytes() + "m");
        command.add("-Xms" + (profile.youngHeapMebibytes() + OLD_HEAP_AT_START_MEBIBYTES) + "m");
        command.add("-XX:NewSize=" + profile.youngHeapMebibytes() + "m");
        // A large frame's arrays go to the old generation at once; what the young one would grow by is never given
        // back.
        command.add("-XX:MaxNewSize=" + 2 * profile.youngHeapMebibytes() + "m");
        command.addAll(List.of(
                "-XX:SurvivorRatio=4", "-Xss512k", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:MetaspaceSize=96m"));
        command.addAll(List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", "-XX:+ExitOnOutOfMemoryError"));
        command.add(COMPILER_THREADS);
        command.add("-Djava.awt.headless=true");
        if (version >= NATIVE_ACCESS_IS_ASKED_FOR) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        if (version >= COMPACT_HEADERS_ARE_STABLE) {
            command.add("-XX:+UseCompactObjectHeaders");
        }
        command.addAll(flags);
        command.add("@" + argumentFile);
        command.add("io.astrochrome.standalone.child.ChildMain");
        command.add(mainClass);
        return command;
    }

    private String joined(List<Path> classPath) {
        return Stream.concat(classPath.stream(), Stream.of(ownJar))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** As the java command reads it from an argument file. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /**
     * Where the system has it: the process gets what the others leave of the processors. Linux shares them between sessions
     * first, and each process here has its own, so that the session's niceness counts as well.
     */
    private static Stream<String> behindTheOthers(int niceness) {
        return Stream.of("/bin/sh")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .flatMap(shell -> Stream.of(shell, "-c", YIELD, Integer.toString(niceness)));
    }

    /** Where the system has it: Ctrl-C in the terminal then reaches the launcher alone, which stops its children in order. */
    private static Stream<String> ownProcessGroup() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .limit(1);
    }
}
