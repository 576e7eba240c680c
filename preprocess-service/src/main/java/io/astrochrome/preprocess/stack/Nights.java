package io.astrochrome.preprocess.stack;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameLabels;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.night.StackOrder;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.events.night.SubShown;
import io.astrochrome.imaging.compose.Composer;
import io.astrochrome.imaging.compose.Composite;
import io.astrochrome.imaging.compose.Formula;
import io.astrochrome.imaging.compose.StackedLight;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.night.SubFate;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import io.astrochrome.storage.StoreException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The nights of targets. An exposure is in its journal in the object store before anybody is told of it: it counts once,
 * whatever is delivered twice, and after a crash or a rebalance the night goes on exactly. Thread-safe, one at a time. Throws
 * what the store throws where it does not answer; the exposure may then be given again.
 */
public final class Nights implements AutoCloseable {
    /** Raised when the same stacks are composed to another picture. */
    private static final String VERSION = "1";

    /** What was stacked longer ago is shown with the next exposure. */
    private static final Duration RECALLED = Duration.ofDays(7);

    private static final Logger LOG = Logger.getLogger(Nights.class);

    private final StackSettings settings;
    private final Function<String, Optional<StackOrder>> orders;
    private final NightStore store;
    private final NightOpener opener;
    private final Snapshots snapshots;
    private final Rebuilds rebuilds;
    private final Clock clock;
    private final Map<String, Night> open = new LinkedHashMap<>(8, 0.75f, /* accessOrder= */ true);

    /** Targets whose night is not at hand, and of which perhaps no picture shows what is stacked. */
    private final Set<String> unseen = new LinkedHashSet<>();

    /**
     * Nights kept in that store.
     *
     * @param orders what people want of a target
     * @param source brings exposures that must be stacked again
     */
    public Nights(
            StackSettings settings,
            ObjectStore objects,
            Function<String, Optional<StackOrder>> orders,
            SubSource source,
            Clock clock) {
        this.settings = settings;
        this.orders = orders;
        this.store = new NightStore(objects);
        this.opener = new NightOpener(store, source, settings, clock);
        this.snapshots = new Snapshots(store, settings.folder().resolve("snapshots"));
        this.rebuilds = new Rebuilds(opener, snapshots);
        this.clock = clock;
    }

    /**
     * Judges an exposure and stacks it; one that was judged before is told again.
     *
     * @param frame linear or not; it is not changed
     * @param told hears what became of it as soon as that is in the journal, before anything is done that others do not wait for
     * @return empty where the frame is none that is stacked: to learn from, stretched already, not wanted in a stack
     */
    public synchronized Optional<JudgedSub> add(FrameIngested event, DecodedFrame frame, Consumer<SubJudged> told) {
        if (!settings.enabled()
                || event.purpose() != Purpose.LIVE
                || "no".equals(event.labels().get(FrameLabels.STACK))
                || !frame.linear()) {
            return Optional.empty();
        }
        Optional<StackOrder> order = orders.apply(event.target());
        Night night = opened(event.target(), order);
        try {
            int index = night.indexOf(event);
            return Optional.of(
                    index >= 0 ? again(night, index, order, told) : judged(night, event, frame, order, told));
        } catch (RuntimeException e) {
            drop(event.target()); // half done in memory: what the journal says counts
            throw e;
        }
    }

    /** A frame that is shown by itself, asking for the palette that is wanted of its target where it asks for none. */
    public FrameIngested asked(FrameIngested frame) {
        return frame.purpose() != Purpose.LIVE || frame.palette() != null
                ? frame
                : Wish.of(orders.apply(frame.target())).asked(frame);
    }

    /**
     * Pictures of what no picture shows though no exposure has come for a while, or of stacks that a person has changed. Of nights
     * that are not at hand it takes up one.
     *
     * @param ours targets that this instance has: another's nights are not taken up
     */
    public synchronized List<JudgedSub> overdue(Predicate<String> ours) {
        List<JudgedSub> due = new ArrayList<>();
        List.copyOf(open.keySet()).forEach(target -> tryOverdue(target).ifPresent(due::add));
        unseen.removeIf(ours.negate());
        unseen.stream().findFirst().ifPresent(target -> takeUp(target).ifPresent(due::add));
        return due;
    }

    private Optional<JudgedSub> takeUp(String target) {
        try {
            Optional<StackOrder> order = orders.apply(target);
            if (isSingle(order)) {
                unseen.remove(target);
                return Optional.empty();
            }
            opened(target, order);
        } catch (StoreException | UncheckedIOException e) {
            unseen.remove(target);
            unseen.add(target); // behind the others
            LOG.warnf("the night of %s is taken up later: %s", target, e.getMessage());
            return Optional.empty();
        } catch (RuntimeException e) { // or the pictures of others would be lost with this one
            LOG.errorf(e, "the night of %s cannot be taken up", target);
            unseen.remove(target);
            return Optional.empty();
        }
        return tryOverdue(target);
    }

    private Optional<JudgedSub> tryOverdue(String target) {
        try {
            return overdue(target);
        } catch (StoreException | UncheckedIOException e) {
            LOG.warnf("whether a picture of %s is due is looked at again: %s", target, e.getMessage());
        } catch (RuntimeException e) { // or the pictures of others would be lost with this one
            LOG.errorf(e, "whether a picture of %s is due cannot be told", target);
        }
        return Optional.empty();
    }

    private Optional<JudgedSub> overdue(String target) {
        Optional<StackOrder> order = orders.apply(target);
        Night night = opened(target, order);
        int newest = night.newest();
        boolean wanted = night.isOverdue(clock.instant(), settings) || night.isWantedOtherwise(Wish.of(order));
        if (newest < 0 || !wanted || isSingle(order)) {
            return Optional.empty();
        }
        SubJudged sub = night.journal().get(newest).shownAs(SubShown.STACK);
        return Optional.of(new JudgedSub(sub, Optional.of(picture(night, newest, order))));
    }

    /** A picture of what is overdue is in the stream; as long as the journal does not say so, a next start sends it once more. */
    public synchronized void shown(SubJudged newest) {
        Night night = open.get(newest.frame().target());
        int index = night == null ? -1 : night.indexOf(newest.frame());
        if (night != null && index >= 0 && night.journal().get(index).place() == SubPlace.STACKED) {
            night.note(night.journal().get(index).shownAs(SubShown.STACK));
            store.keepPage(night.target(), night.journal(), index);
        }
    }

    /** A picture of what is overdue did not come about: another one is due. */
    public synchronized void notShown(String target) {
        Night night = open.get(target);
        if (night != null) {
            night.notShown(clock.instant());
        } else {
            unseen.add(target);
        }
    }

    /** A person wants something of a target's stacks: they are taken up, so that it is seen though no exposure comes. */
    public synchronized void wake(String target) {
        if (settings.enabled() && store.snapshot(target).isPresent()) {
            unseen.add(target);
        }
    }

    /**
     * Takes up nights of which perhaps no picture shows what is stacked: whoever had them before may have ended before it was made.
     *
     * @param which targets
     */
    public void recall(Predicate<String> which) {
        if (settings.enabled()) {
            List<String> left = store.unseen(clock.instant().minus(RECALLED));
            synchronized (this) {
                left.stream()
                        .filter(which)
                        .filter(target -> !open.containsKey(target))
                        .forEach(unseen::add);
            }
        }
    }

    /** Whether anything became of a target's exposures since, and what was wanted by then was seen with that. */
    public synchronized boolean wentOnSince(String target, Instant at) {
        return store.journalWrittenAt(target).filter(at::isBefore).isPresent();
    }

    /** Partitions have come or gone: another instance may have gone on with a night. */
    public void forget() {
        rebuilds.hurry(); // who waits for this must not wait for a night
        forgetAll();
    }

    private synchronized void forgetAll() {
        List.copyOf(open.keySet()).forEach(this::drop);
        rebuilds.forget();
    }

    private void drop(String target) {
        snapshots.abandon(target);
        Night night = open.remove(target);
        if (night != null) {
            night.stacks().discard();
        }
    }

    private Night opened(String target, Optional<StackOrder> order) {
        Night night = atHand(target, order);
        if (unseen.remove(target) && night.newest() >= 0) {
            night.added(clock.instant().minus(settings.pictureEvery()));
        }
        return night;
    }

    private Night atHand(String target, Optional<StackOrder> order) {
        Instant resetAt = order.map(StackOrder::resetAt).orElse(null);
        open.forEach((other, night) -> {
            if (!other.equals(target)) {
                night.stacks().rest();
            }
        });
        Night night = open.get(target);
        if (night == null || (resetAt != null && night.begunAt().isBefore(resetAt))) {
            makeRoom(target);
            night = opener.open(target, resetAt);
            open.put(target, night);
            if (night.uncovered() >= settings.snapshotEvery()) {
                snapshots.tryNow(night); // a process that is killed again and again must not stack more each time
            }
        }
        Set<String> wanted = order.map(StackOrder::takenOut).orElse(Set.of());
        Set<String> there = night.stackedOrTakenOut(wanted);
        if (there.equals(night.takenOut())) {
            rebuilds.forget(target);
            return night;
        }
        Optional<Night> rebuilt = rebuilds.without(night, there);
        if (rebuilt.isPresent()) {
            drop(target);
            open.put(target, rebuilt.get());
            snapshots.now(rebuilt.get());
        }
        return rebuilt.orElse(night);
    }

    private void makeRoom(String target) {
        drop(target);
        while (open.size() >= settings.openNights()) {
            // One that is made anew would not be seen until its next exposure.
            String oldest = open.keySet().stream()
                    .filter(other -> !rebuilds.has(other))
                    .findFirst()
                    .orElseGet(() -> open.keySet().iterator().next());
            rebuilds.forget(oldest);
            Night night = Objects.requireNonNull(open.get(oldest));
            snapshots.now(night);
            if (night.isUnshown()) {
                unseen.add(oldest);
            }
            drop(oldest);
        }
    }

    /** Through which filter an exposure was taken, in a name that is understood everywhere; empty where nobody says. */
    public String filter(FrameIngested event, DecodedFrame frame) {
        return settings.names().plain(SubReading.facts(event, frame, settings).filter());
    }

    private JudgedSub judged(
            Night night,
            FrameIngested event,
            DecodedFrame frame,
            Optional<StackOrder> order,
            Consumer<SubJudged> told) {
        SubFacts facts = SubReading.facts(event, frame, settings);
        FilterRole role = SubReading.role(facts, frame);
        boolean late = order.map(StackOrder::resetAt)
                .filter(reset -> event.ingestedAt().isBefore(reset))
                .isPresent();
        SubFate fate = late
                ? new SubFate.Refused(Optional.empty(), "it came before the stacks were begun anew")
                : night.stacks().add(event.frameId(), facts, frame);
        boolean stacked = fate instanceof SubFate.Stacked;
        Instant now = clock.instant();
        SubShown shown = shown(night, facts, role, stacked, order, now);
        SubJudged sub = SubReading.judged(
                event, frame, facts, fate, shown, night.stacks().depth(role));
        int index = night.note(sub);
        store.keepPage(night.target(), night.journal(), index);
        told.accept(sub);
        if (stacked) {
            night.added(now);
        }
        Optional<Supplier<StackPicture>> picture =
                shown == SubShown.STACK ? Optional.of(picture(night, index, order)) : Optional.empty();
        if (night.uncovered() >= settings.snapshotEvery()) {
            snapshots.begin(night);
        }
        return new JudgedSub(sub, picture);
    }

    private SubShown shown(
            Night night, SubFacts facts, FilterRole role, boolean stacked, Optional<StackOrder> order, Instant now) {
        if (facts.kind() != SubFacts.Kind.LIGHT) {
            return SubShown.NOT_ITSELF;
        }
        if (isSingle(order) || !night.stacks().isBegun()) {
            return SubShown.SINGLE;
        }
        return stacked && night.hasGrown(role, night.stacks().depth(role), now, settings)
                ? SubShown.STACK
                : SubShown.NOT_ITSELF;
    }

    /** An exposure that was judged before: its picture can be made again as long as no other one came after it. */
    private JudgedSub again(Night night, int index, Optional<StackOrder> order, Consumer<SubJudged> told) {
        SubJudged sub = night.journal().get(index);
        told.accept(sub);
        boolean newest = sub.shown() == SubShown.STACK && index == night.newest();
        return new JudgedSub(sub, newest ? Optional.of(picture(night, index, order)) : Optional.empty());
    }

    /** A picture of the stacks as they are now, composed when it is asked for. */
    private Supplier<StackPicture> picture(Night night, int newest, Optional<StackOrder> order) {
        List<StackedLight> lights = night.stacks().lights();
        String exposures = String.join("\n", night.stackedIds());
        Wish wanted = Wish.of(order);
        FrameIngested frame = wanted.asked(night.journal().get(newest).frame());
        night.shown(clock.instant(), wanted);
        return () -> {
            Instant began = clock.instant();
            try {
                Composite composite = new Composer().compose(lights, wanted.formula());
                String mixed = composite.formula().map(Formula::label).orElse("")
                        + (wanted.palette() == null ? "" : " " + wanted.palette());
                String which = VERSION + "\n" + mixed + "\n" + exposures;
                return new StackPicture(frame, Sha256.of(which.getBytes(StandardCharsets.UTF_8)), lights, composite);
            } finally {
                composed(night, began);
            }
        };
    }

    private synchronized void composed(Night night, Instant began) {
        Instant now = clock.instant();
        night.composed(now, Duration.between(began, now));
    }

    private static boolean isSingle(Optional<StackOrder> order) {
        return order.map(StackOrder::single).orElse(false);
    }

    @Override
    public synchronized void close() {
        rebuilds.close();
        snapshots.close();
    }
}
