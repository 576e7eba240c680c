package io.astrochrome.standalone.stack;

import io.astrochrome.standalone.process.Jcmd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * A process's classes, parsed and checked once, for the next start to map into memory (class data sharing). Made from a
 * running process; belongs to one Java and one state of the jars, which its name says. The JVM checks it once more and
 * goes on without it where it does not fit.
 */
final class SharedArchive {
    private static final Duration MAKING_TAKES_AT_MOST = Duration.ofMinutes(2);
    private static final int NAME_BYTES = 8;

    private final Path file;

    private SharedArchive(Path file) {
        this.file = file;
    }

    /** The archive of a process with this class path. */
    static SharedArchive of(Path folder, String process, List<Path> classPath) throws IOException {
        var state = new StringBuilder(Runtime.version().toString());
        for (var jar : classPath) {
            if (Files.exists(jar)) {
                state.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar));
            }
        }
        return new SharedArchive(folder.resolve(process + "-" + hash(state.toString()) + ".jsa"));
    }

    boolean exists() {
        return Files.exists(file);
    }

    String flag() {
        return "-XX:SharedArchiveFile=" + file;
    }

    /** Makes it from a running process; false where this Java cannot, which costs nothing but time at the next start. */
    boolean make(long pid) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        var unfinished = file.resolveSibling("unfinished.jsa");
        Files.deleteIfExists(unfinished);
        if (!Jcmd.run(pid, MAKING_TAKES_AT_MOST, "VM.cds", "static_dump", unfinished.toString())
                || !Files.exists(unfinished)) {
            return false;
        }
        removeEarlier();
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** Those of the same process for jars or a Java that were replaced. */
    private void removeEarlier() throws IOException {
        var name = file.getFileName().toString();
        var process = name.substring(0, name.lastIndexOf('-') + 1);
        try (var files = Files.list(file.getParent())) {
            for (var each : files.filter(other -> other.getFileName().toString().startsWith(process))
                    .toList()) {
                Files.delete(each);
            }
        }
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
