package io.astrochrome.preprocess.stack;

import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.events.night.SubShown;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.platform.store.StoredRecords;
import io.astrochrome.storage.ListedObject;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectKind;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Nights in the object store: a journal of every exposure in pages, and the newest snapshot. What is in the journal happened;
 * a snapshot only saves doing it again. Throws what the store throws.
 */
final class NightStore {
    private static final Logger LOG = Logger.getLogger(NightStore.class);
    /** A snapshot says of every exposure of a night how it lies. */
    private static final int LARGEST_RECORD = 1 << 26;

    private static final String STACK = "application/octet-stream";

    private final ObjectStore store;

    NightStore(ObjectStore store) {
        this.store = store;
    }

    /**
     * The newest snapshot; empty where the target has no night. One that this version cannot read says only when the night was
     * begun.
     */
    Optional<Snapshot> snapshot(String target) {
        String key = ObjectKeys.nightSnapshot(target);
        try {
            return read(key, Snapshot.class);
        } catch (EventFormatException e) {
            LOG.warnf("%s is not what it should be, and the stacks are made again: %s", key, e.getMessage());
            return readOrFail(key, Snapshot.Head.class).map(head -> Snapshot.unreadable(target, head.begunAt()));
        }
    }

    /** The whole journal, in its order. */
    List<SubJudged> journal(String target) {
        List<SubJudged> subs = new ArrayList<>();
        List<String> pages;
        try (Stream<String> keys = store.list(ObjectKeys.nightJournal(target))) {
            pages = keys.toList();
        }
        for (String page : pages) {
            subs.addAll(readOrFail(page, JournalPage.class)
                    .map(JournalPage::subs)
                    .orElseThrow(() -> new IllegalStateException(page + " has gone or is no page of a journal")));
        }
        return subs;
    }

    /** When the journal was last written into; empty where there is none. */
    Optional<Instant> journalWrittenAt(String target) {
        try (Stream<ListedObject> pages = store.listed(ObjectKeys.nightJournal(target))) {
            return pages.map(ListedObject::lastModified).max(Comparator.naturalOrder());
        }
    }

    /**
     * Targets whose journal was written into since, and whose newest exposure that is stacked has not been in a picture. A night that
     * cannot be read is passed over.
     */
    List<String> unseen(Instant since) {
        Map<String, List<ListedObject>> journals;
        try (Stream<ListedObject> listed = store.listed(ObjectKind.NIGHTS.prefix())) {
            journals = listed.filter(object -> ObjectKeys.isNightPage(object.key()))
                    .collect(Collectors.groupingBy(
                            page -> page.key().substring(0, page.key().lastIndexOf('/'))));
        }
        return journals.values().stream()
                .filter(pages ->
                        pages.stream().anyMatch(page -> page.lastModified().isAfter(since)))
                .flatMap(pages -> newestStacked(pages).stream())
                .filter(newest -> newest.shown() != SubShown.STACK)
                .map(newest -> newest.frame().target())
                .toList();
    }

    private Optional<SubJudged> newestStacked(List<ListedObject> pages) {
        List<String> newestFirst = pages.stream()
                .map(ListedObject::key)
                .sorted(Comparator.reverseOrder())
                .toList();
        try {
            for (String page : newestFirst) {
                Optional<SubJudged> newest = read(page, JournalPage.class).stream()
                        .flatMap(journal -> journal.subs().stream())
                        .filter(sub -> sub.place() == SubPlace.STACKED)
                        .reduce((earlier, later) -> later);
                if (newest.isPresent()) {
                    return newest;
                }
            }
        } catch (EventFormatException e) {
            LOG.debugf("what the last picture of a night shows cannot be read: %s", e.getMessage());
        }
        return Optional.empty();
    }

    /** Writes the page that has the entry of that index. */
    void keepPage(String target, List<SubJudged> journal, int index) {
        int page = index / JournalPage.SIZE;
        int from = page * JournalPage.SIZE;
        List<SubJudged> subs = journal.subList(from, Math.min(journal.size(), from + JournalPage.SIZE));
        StoredRecords.keep(store, ObjectKeys.nightPage(target, page), new JournalPage(subs), LARGEST_RECORD);
    }

    /** Stores the stack of a role, unless the snapshot before has it as it is. */
    ObjectReference keepStack(Snapshot before, FilterRole role, Path file) {
        String hash = Sha256.of(file);
        ObjectReference known = before.stacks().get(role);
        return known != null && known.sha256().equals(hash)
                ? known
                : store.put(
                        ObjectKeys.nightStack(before.target(), role.name().toLowerCase(Locale.ROOT), hash),
                        file,
                        STACK);
    }

    void fetchStack(ObjectReference stack, Path into) {
        store.fetch(stack, into);
    }

    /** Makes a snapshot the newest one, and deletes the stacks that it has replaced. */
    void keep(Snapshot snapshot) {
        StoredRecords.keep(store, ObjectKeys.nightSnapshot(snapshot.target()), snapshot, LARGEST_RECORD);
        Set<String> kept =
                snapshot.stacks().values().stream().map(ObjectReference::key).collect(Collectors.toSet());
        delete(ObjectKeys.nightStacks(snapshot.target()), kept);
    }

    /** Forgets a target's night. The snapshot goes first: what is left without it is of no night. */
    void delete(String target) {
        store.delete(ObjectKeys.nightSnapshot(target));
        delete(ObjectKeys.nightStacks(target), Set.of());
        delete(ObjectKeys.nightJournal(target), Set.of());
    }

    private void delete(String prefix, Set<String> kept) {
        List<String> old;
        try (Stream<String> keys = store.list(prefix)) {
            old = keys.filter(key -> !kept.contains(key)).toList();
        }
        old.forEach(store::delete);
    }

    private <T extends Record> Optional<T> readOrFail(String key, Class<T> type) {
        try {
            return read(key, type);
        } catch (EventFormatException e) {
            throw new IllegalStateException(key + " is not what it should be: " + e.getMessage(), e);
        }
    }

    private <T extends Record> Optional<T> read(String key, Class<T> type) throws EventFormatException {
        return StoredRecords.find(store, key, type, LARGEST_RECORD);
    }
}
