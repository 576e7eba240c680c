package io.astrochrome.ingest.folder;

import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.decode.FileTrouble;
import io.astrochrome.imaging.decode.ShownText;
import io.astrochrome.ingest.intake.FrameIntake;
import io.astrochrome.ingest.intake.IntakeOutcome;
import io.astrochrome.ingest.intake.Submission;
import io.astrochrome.platform.attempt.Attempts;
import io.astrochrome.platform.attempt.Attempts.Attempt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One look at a watched folder: takes in every complete file that was not handled before. A file that is refused is
 * reported and not tried again until it changes; one that cannot be read is reported once and tried again at each look,
 * as is everything while Kafka or the store is away. A file is noted as begun before it is read: one that ends the process
 * three times is refused. Not thread-safe.
 */
final class FolderIntake {
    private static final Logger LOG = Logger.getLogger(FolderIntake.class);

    private final Path folder;
    private final FolderNames names;
    private final Purpose purpose;
    private final CompleteFiles completeFiles;
    private final HandledFiles handled;
    private final Attempts attempts;
    private final FrameIntake intake;
    private final Map<Path, String> reported = new HashMap<>();

    FolderIntake(
            FolderNames names,
            Purpose purpose,
            CompleteFiles completeFiles,
            HandledFiles handled,
            Attempts attempts,
            FrameIntake intake) {
        this.folder = names.watched();
        this.names = names;
        this.purpose = purpose;
        this.completeFiles = completeFiles;
        this.handled = handled;
        this.attempts = attempts;
        this.intake = intake;
    }

    /** Takes in what is complete now. */
    void look(Instant now) throws IOException {
        Map<Path, FileState> files = FolderScan.of(folder);
        files.entrySet().removeIf(entry -> handled.contains(entry.getKey(), entry.getValue()));
        reported.keySet().retainAll(files.keySet());
        for (Path file : completeFiles.among(files, now)) {
            if (!take(file, Objects.requireNonNull(files.get(file)))) {
                return;
            }
        }
    }

    /** Whether it makes sense to go on with the next file. */
    private boolean take(Path file, FileState state) {
        try (Attempt attempt = attempts.begin(name(file) + " " + state)) {
            if (attempt.isHopeless()) {
                refuse(
                        file,
                        state,
                        name(file) + " has ended the process " + attempt.before() + " times as it was read");
                return true;
            }
            IntakeOutcome outcome;
            try (InputStream bytes = Files.newInputStream(file)) {
                outcome = intake.take(submission(file), bytes);
            }
            if (outcome instanceof IntakeOutcome.Unavailable unavailable) {
                report(file, "waits: " + unavailable.message());
                return false;
            }
            if (outcome instanceof IntakeOutcome.Refused refused) {
                refuse(file, state, refused.message());
            } else {
                handled.taken(file, state);
            }
        } catch (IOException e) {
            report(file, "cannot be read or put away: " + FileTrouble.of(e));
        } catch (InvalidPathException e) {
            report(file, FileTrouble.ofName(file).orElse("cannot be put away: " + e.getReason()));
        }
        return true;
    }

    private void refuse(Path file, FileState state, String reason) throws IOException {
        LOG.warnf("refused %s: %s", name(file), reason);
        handled.refused(file, state, reason);
    }

    /** Says the same of a file once. */
    private void report(Path file, String what) {
        if (!what.equals(reported.put(file, what))) {
            LOG.warnf("%s %s", name(file), what);
        }
    }

    private String name(Path file) {
        return ShownText.of(folder.relativize(file).toString());
    }

    private Submission submission(Path file) {
        return new Submission(
                file.getFileName().toString(),
                Optional.empty(),
                names.target(file),
                purpose,
                Optional.empty(),
                "folder",
                names.labels(file));
    }
}
