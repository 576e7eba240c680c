package io.astrochrome.standalone.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The JVM that the launcher itself runs on, for its children: small, quiet, and right for its version. */
final class JavaRuntime {
    private static final int NATIVE_ACCESS_IS_ASKED_FOR = 24;
    private static final int COMPACT_HEADERS_ARE_STABLE = 25;

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

    /** A command that runs {@code mainClass} as a child: it ends with the launcher. */
    List<String> command(JvmProfile profile, List<Path> classPath, List<String> flags, String mainClass) {
        var command = new ArrayList<String>();
        ownProcessGroup().forEach(command::add);
        command.add(java.toString());
        command.add("-Xmx" + profile.maxHeapMebibytes() + "m");
        command.addAll(List.of("-Xms16m", "-Xss512k", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(List.of("-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40", "-XX:+ExitOnOutOfMemoryError"));
        command.add(profile.computes() ? "-XX:CICompilerCount=2" : "-XX:TieredStopAtLevel=1");
        command.add("-Djava.awt.headless=true");
        if (version >= NATIVE_ACCESS_IS_ASKED_FOR) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        if (version >= COMPACT_HEADERS_ARE_STABLE) {
            command.add("-XX:+UseCompactObjectHeaders");
        }
        command.addAll(flags);
        command.add("-cp");
        command.add(Stream.concat(classPath.stream(), Stream.of(ownJar))
                .map(Path::toString)
                .reduce((left, right) -> left + File.pathSeparator + right)
                .orElseThrow());
        command.add("io.astrochrome.standalone.child.ChildMain");
        command.add(mainClass);
        return command;
    }

    /** Where the system has it: Ctrl-C in the terminal then reaches the launcher alone, which stops its children in order. */
    private static Stream<String> ownProcessGroup() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .limit(1);
    }
}
