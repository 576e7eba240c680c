package io.astrochrome.preprocess.stack;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.events.night.SubShown;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.night.NightState;
import io.astrochrome.imaging.night.StackShelf;
import io.astrochrome.imaging.night.SubFate;
import io.astrochrome.imaging.night.SubGates;
import io.astrochrome.imaging.night.TargetNight;
import io.astrochrome.storage.ObjectAlteredException;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes up a target's night where it was: from the newest snapshot, with the exposures that came after it stacked again in
 * their order. The same journal gives the same stacks, bit by bit.
 */
final class NightOpener {
    private static final Logger LOG = Logger.getLogger(NightOpener.class);
    private static final int ATTEMPTS = 3;
    private static final String TAKEN_OUT = "it was taken out";

    private final NightStore store;
    private final SubSource source;
    private final StackSettings settings;
    private final Clock clock;

    NightOpener(NightStore store, SubSource source, StackSettings settings, Clock clock) {
        this.store = store;
        this.source = source;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The night as it was left, or a new one.
     *
     * @param resetAt a night that was begun before it is forgotten; null where none is
     */
    Night open(String target, @Nullable Instant resetAt) {
        Optional<Snapshot> kept = store.snapshot(target);
        if (kept.isPresent() && resetAt != null && kept.get().begunAt().isBefore(resetAt)) {
            LOG.infof("the stacks of %s begin anew", target);
            store.delete(target);
            kept = Optional.empty();
        }
        return kept.map(this::resumed).orElseGet(() -> begun(target, resetAt));
    }

    /** Whoever had the target before may be about to replace its snapshot; without one the whole night is stacked again. */
    private Night resumed(Snapshot first) {
        Snapshot snapshot = first;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return resumedFrom(snapshot);
            } catch (ObjectMissingException | ObjectAlteredException e) {
                LOG.infof(
                        "the snapshot of %s was replaced meanwhile, or is another version's: %s",
                        first.target(), e.getMessage());
                snapshot = store.snapshot(first.target()).orElse(first);
            }
        }
        return resumedFrom(nothing(first.target(), first.begunAt()));
    }

    /** A snapshot that covers no exposure. */
    private Snapshot nothing(String target, Instant begunAt) {
        NightState empty = new TargetNight(settings.shortSide(), SubGates.DEFAULT).state();
        return new Snapshot(target, begunAt, 0, empty, Map.of());
    }

    /**
     * Begins the same night without some of its exposures, and with those that were taken out before and are wanted again. What did
     * not suit the stacks as they were may suit these.
     */
    Rebuilding rebuilding(Night night, Set<String> takenOut) {
        TargetNight empty = new TargetNight(settings.shortSide(), SubGates.DEFAULT, shelf(), settings.masters());
        return new Rebuilding(night.begunAt(), takenOut, empty, (stacks, sub) -> {
            boolean possible = sub.place().isStackable() || sub.quality() != null;
            if (!possible || takenOut.contains(sub.frame().frameId())) {
                stacks.pass(sub.frame().frameId());
                return sub.place() == SubPlace.STACKED ? sub.movedTo(SubPlace.TAKEN_OUT, TAKEN_OUT) : sub;
            }
            return again(stacks, sub);
        });
    }

    /** The night that was made anew, with the exposures that have come since. */
    Night rebuilt(Night night, Rebuilding rebuilding) {
        rebuilding.stack(night.journal());
        if (rebuilding.isStopped()) {
            throw new StoreUnavailableException(
                    "the stacks of " + night.target() + " are no longer made anew here", null);
        }
        List<SubJudged> journal = rebuilding.journal(night.journal());
        // The old snapshot has in it what now goes: it must not be what a crash in between goes on from.
        Snapshot nothing = nothing(night.target(), night.begunAt());
        store.keep(nothing);
        Night rebuilt = new Night(night.target(), rebuilding.stacks(), journal, nothing);
        for (int i = 0; i < journal.size(); i += JournalPage.SIZE) {
            store.keepPage(night.target(), journal, i);
        }
        rebuilt.added(clock.instant().minus(settings.pictureEvery())); // to be seen at once
        return rebuilt;
    }

    private Night begun(String target, @Nullable Instant resetAt) {
        Instant now = clock.instant();
        Instant at = resetAt != null && now.isBefore(resetAt) ? resetAt : now; // another machine's clock may be ahead
        TargetNight stacks = new TargetNight(settings.shortSide(), SubGates.DEFAULT, shelf(), settings.masters());
        Snapshot first = nothing(target, at);
        store.delete(target); // pages that a reset which was broken off has left
        store.keep(first);
        return new Night(target, stacks, List.of(), first);
    }

    private Night resumedFrom(Snapshot snapshot) {
        NightState state = snapshot.state();
        if (state == null) {
            throw new ObjectAlteredException("it cannot be read");
        }
        StackShelf shelf = shelf();
        try {
            return resumedFrom(snapshot, state, shelf);
        } catch (RuntimeException e) {
            shelf.discard(); // it will be tried again, perhaps often
            throw e;
        }
    }

    private Night resumedFrom(Snapshot snapshot, NightState state, StackShelf shelf) {
        List<SubJudged> journal = store.journal(snapshot.target());
        fetch(snapshot.stacks(), shelf);
        List<String> covered = journal.subList(0, snapshot.covered()).stream()
                .map(sub -> sub.frame().frameId())
                .toList();
        TargetNight stacks = restored(state, shelf, covered);
        for (int i = snapshot.covered(); i < journal.size(); i++) {
            SubJudged sub = journal.get(i);
            if (sub.place() != SubPlace.STACKED) {
                stacks.pass(sub.frame().frameId());
                continue;
            }
            SubJudged now = again(stacks, sub);
            if (now.place() != SubPlace.STACKED) {
                journal.set(i, now);
                store.keepPage(snapshot.target(), journal, i);
            }
        }
        LOG.infof(
                "the stacks of %s are taken up again: %d exposures, %d of them stacked again",
                snapshot.target(), journal.size(), journal.size() - snapshot.covered());
        Night night = new Night(snapshot.target(), stacks, journal, snapshot);
        int newest = night.newest();
        if (snapshot.covered() < journal.size()
                || (newest >= 0 && journal.get(newest).shown() != SubShown.STACK)) {
            night.added(clock.instant()); // perhaps no picture shows it
        }
        return night;
    }

    private TargetNight restored(NightState state, StackShelf shelf, List<String> covered) {
        try {
            return TargetNight.restored(state, SubGates.DEFAULT, shelf, settings.masters(), covered);
        } catch (IOException e) {
            throw new ObjectAlteredException(
                    String.valueOf(e.getMessage())); // another version's: the night is stacked again
        }
    }

    private void fetch(Map<FilterRole, ObjectReference> stacks, StackShelf shelf) {
        stacks.forEach((role, stack) -> {
            Path file = shelf.file(role);
            try {
                Files.createDirectories(file.getParent());
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be written", e);
            }
            store.fetchStack(stack, file);
        });
    }

    /** Stacks an exposure again; one that cannot be read any more is in no stack. */
    private SubJudged again(TargetNight stacks, SubJudged sub) {
        String id = sub.frame().frameId();
        Optional<DecodedFrame> frame = source.decoded(sub.frame());
        if (frame.isEmpty()) {
            stacks.pass(id);
            LOG.warnf(
                    "%s of %s cannot be read again and leaves its stack",
                    sub.frame().fileName(), sub.frame().target());
            return sub.movedTo(SubPlace.REFUSED, "its bytes are not to be had any more");
        }
        SubFate fate = stacks.add(id, SubReading.facts(sub.frame(), frame.get(), settings), frame.get());
        return fate instanceof SubFate.Refused refused
                ? sub.movedTo(SubPlace.REFUSED, refused.reason())
                : sub.movedTo(SubPlace.STACKED, null);
    }

    private StackShelf shelf() {
        return StackShelf.inFiles(settings.folder().resolve(UUID.randomUUID().toString()));
    }
}
