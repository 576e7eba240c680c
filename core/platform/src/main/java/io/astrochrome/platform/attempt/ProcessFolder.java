package io.astrochrome.platform.attempt;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Folders for files that are under way, each of one process alone. What a process that was killed left behind is thrown away
 * by the next one of its service, so that a service that is started again and again does not fill the disk.
 */
public final class ProcessFolder {
    private static final Logger LOG = Logger.getLogger(ProcessFolder.class);
    private static final Pattern NAME = Pattern.compile("(.+)-(\\d+)");

    private ProcessFolder() {}

    /**
     * This process's folder, new and empty; those of the service's processes that have ended are gone.
     *
     * @param parent made where it is missing
     * @param service such as {@code preprocess}
     */
    public static Path under(Path parent, String service) throws IOException {
        Files.createDirectories(parent);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, service + "-*")) {
            for (Path folder : folders) {
                if (isLeftOver(folder, service)) {
                    delete(folder);
                }
            }
        }
        return Files.createDirectories(
                parent.resolve(service + "-" + ProcessHandle.current().pid()));
    }

    /** An own one from before is a process's that had the same number, as in a container that was started again. */
    private static boolean isLeftOver(Path folder, String service) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        if (!name.matches() || !name.group(1).equals(service) || name.group(2).length() > 18) {
            return false;
        }
        long pid = Long.parseLong(name.group(2));
        return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.warnf("%s stays, which a process that has ended left: %s", folder, e.getMessage());
        }
    }
}
