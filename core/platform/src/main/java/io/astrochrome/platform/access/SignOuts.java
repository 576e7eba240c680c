package io.astrochrome.platform.access;

import io.astrochrome.storage.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Sessions that were given back before their time. Each is a file, named after when it would have ended and its token's SHA-256, so that
 * it is ended after a restart as well and for every instance that shares the folder. Where the disk takes no note it is for
 * this process alone; where it does not answer whether there is one, there is one. Thread-safe.
 */
final class SignOuts {
    private static final Logger LOG = Logger.getLogger(SignOuts.class);
    private static final int HASH_DIGITS = 32;
    private static final Pattern NOTE = Pattern.compile("(\\d{9,12})-[0-9a-f]{" + HASH_DIGITS + "}");

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
            Files.write(folder.resolve(note), new byte[0]);
        } catch (IOException e) {
            LOG.warnf("a session that was ended is ended for this process alone: %s", e.toString());
        }
        forget(now);
    }

    boolean contains(String token, long until) {
        String note = name(token, until);
        return here.contains(note) || !Files.notExists(folder.resolve(note));
    }

    private void forget(long now) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder)) {
            for (Path note : notes) {
                if (hasEnded(note.getFileName().toString(), now)) {
                    Files.deleteIfExists(note);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debugf("sessions that have ended are not forgotten yet: %s", e.toString());
        }
    }

    /** Whatever else lies in the folder is none of ours. */
    private static boolean hasEnded(String name, long now) {
        Matcher note = NOTE.matcher(name);
        return note.matches() && Long.parseLong(note.group(1)) <= now;
    }

    private static String name(String token, long until) {
        return until + "-" + Sha256.of(token.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    }
}
