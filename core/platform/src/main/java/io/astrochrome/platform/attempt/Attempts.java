package io.astrochrome.platform.attempt;

import io.astrochrome.storage.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Counts on disk how often work on something was begun and not ended, because the process ended first: by a kill, for want of
 * memory, in native code. Who is given such a thing again and again, by a broker or a folder, gives it up when
 * {@value #MOST} attempts are over, instead of ending for ever. Work that ends, however, leaves nothing. Where the disk takes no note
 * nothing is counted and the work goes on. Thread-safe; several processes may share a folder.
 */
public final class Attempts {
    /** After so many attempts that ended the process there is no other. */
    public static final int MOST = 3;

    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final String SUFFIX = ".attempts";
    private static final int NAME_DIGITS = 32;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

    private final Path folder;

    /** Notes are kept in that folder, which is made when it is needed; those of long ago are thrown away. */
    public Attempts(Path folder) {
        this.folder = folder;
        forgetOldOnes();
    }

    /**
     * How many attempts have ended the process so far.
     *
     * @param what as for {@link #begin}
     */
    public int over(String what) {
        try {
            Path note = folder.resolve(name(what));
            return Files.exists(note) ? Math.toIntExact(Files.size(note)) : 0;
        } catch (IOException | ArithmeticException e) {
            LOG.warnf("the notes in %s cannot be read: %s", folder, e.getMessage());
            return 0;
        }
    }

    /**
     * Begins an attempt; close it when the work has ended, well or not.
     *
     * @param what the same for the same work, such as a frame's id; of any length
     */
    public Attempt begin(String what) {
        Path note = folder.resolve(name(what));
        try {
            Files.createDirectories(folder);
            int before = over(what);
            // One byte for an attempt: what is cut off by a crash or a full disk is a note all the same.
            Files.write(note, new byte[] {'.'}, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new Attempt(note, before);
        } catch (IOException e) {
            LOG.warnf("no attempt can be noted in %s: %s", folder, e.getMessage());
            return new Attempt(note, 0);
        }
    }

    /**
     * Work under way.
     *
     * @param before attempts that ended the process
     */
    public record Attempt(Path note, int before) implements AutoCloseable {
        /** Whether the work has ended the process so often that it must not be begun again. */
        public boolean isHopeless() {
            return before >= MOST;
        }

        /** The work has ended. */
        @Override
        public void close() {
            try {
                Files.deleteIfExists(note);
            } catch (IOException e) {
                LOG.warnf("%s stays although its work has ended: %s", note, e.getMessage());
            }
        }
    }

    private void forgetOldOnes() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant limit = Instant.now().minus(FORGOTTEN_AFTER);
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path note : notes) {
                if (Files.getLastModifiedTime(note).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(note);
                }
            }
        } catch (IOException e) {
            LOG.warnf("old notes in %s cannot be thrown away: %s", folder, e.getMessage());
        }
    }

    private static String name(String what) {
        return Sha256.of(what.getBytes(StandardCharsets.UTF_8)).substring(0, NAME_DIGITS) + SUFFIX;
    }
}
