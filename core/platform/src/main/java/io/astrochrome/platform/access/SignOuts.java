package io.astrochrome.platform.access;

import io.astrochrome.storage.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Sessions that were given back before their time. Each is a file, named after when it would have ended and its token's SHA-256, so that
 * it is ended after a restart as well and for every instance that shares the folder. Where the disk takes no note it is for
 * this process alone. Thread-safe.
 */
final class SignOuts {
    private static final Logger LOG = Logger.getLogger(SignOuts.class);
    private static final char BETWEEN = '-';
    private static final int HASH_DIGITS = 32;

    private final Path folder;
    private final Set<String> here = ConcurrentHashMap.newKeySet();

    /** Notes are kept in that folder, which is made when it is needed. */
    SignOuts(Path folder) {
        this.folder = folder;
    }

    /**
     * Notes that a session is none any more, and forgets those that have ended by themselves.
     *
     * @param until when it would have ended, in seconds since 1970
     * @param now likewise
     */
    void add(String token, long until, long now) {
        String note = name(token, until);
        here.removeIf(other -> hasEnded(other, now));
        here.add(note);
        try {
            Files.createDirectories(folder);
            forget(now);
            Files.write(folder.resolve(note), new byte[0]);
        } catch (IOException e) {
            LOG.warnf("a session that was ended is ended for this process alone: %s", e.toString());
        }
    }

    boolean contains(String token, long until) {
        String note = name(token, until);
        return here.contains(note) || Files.exists(folder.resolve(note));
    }

    private void forget(long now) throws IOException {
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder)) {
            for (Path note : notes) {
                if (hasEnded(note.getFileName().toString(), now)) {
                    Files.deleteIfExists(note);
                }
            }
        }
    }

    /** Whatever else lies in the folder has not. */
    private static boolean hasEnded(String note, long now) {
        try {
            return Long.parseLong(note.substring(0, Math.max(0, note.indexOf(BETWEEN)))) <= now;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String name(String token, long until) {
        return Long.toString(until)
                + BETWEEN
                + Sha256.of(token.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    }
}
