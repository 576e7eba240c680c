package io.astrochrome.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameLabels;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.night.StackOrder;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.events.night.SubShown;
import io.astrochrome.imaging.calibrate.Masters;
import io.astrochrome.imaging.compose.Formula;
import io.astrochrome.imaging.compose.StackedLight;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.preprocess.stack.JudgedSub;
import io.astrochrome.preprocess.stack.Nights;
import io.astrochrome.preprocess.stack.StackPicture;
import io.astrochrome.preprocess.stack.StackSettings;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import io.astrochrome.storage.StoreUnavailableException;
import io.astrochrome.testkit.StreamServers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class NightsTest {
    private static final List<String> WHEEL = List.of("L", "Ha", "OIII", "Ha", "L", "Ha", "OIII", "L");

    private static StreamServers servers;
    private static MinioObjectStore store;

    private final TestNight night = new TestNight(3);
    private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
    private final Map<String, Instant> ingested = new HashMap<>();
    private final List<Nights> opened = new ArrayList<>();
    private String target;
    private Instant now = Instant.parse("2026-11-29T20:00:00Z");

    /** What passes between two looks at the clock. */
    private Duration tick = Duration.ZERO;

    private Masters masters = Masters.NONE;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        servers = StreamServers.start();
        store = new MinioObjectStore(servers.storeSettings());
    }

    @AfterAll
    static void stop() {
        store.close();
        servers.close();
    }

    @BeforeEach
    void name(TestInfo test) {
        target = test.getDisplayName();
    }

    @AfterEach
    void close() {
        opened.forEach(Nights::close);
    }

    @Test
    void anExposureIsShownWhenItsStackHasGrownByAStep() {
        Nights nights = nights(32);
        List<SubShown> shown = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            shown.add(add(nights, i, "Ha").sub().shown());
        }
        SubShown not = SubShown.NOT_ITSELF;
        assertThat(shown)
                .containsExactly(
                        SubShown.STACK, SubShown.STACK, SubShown.STACK, SubShown.STACK, not, SubShown.STACK, not);
        now = now.plusSeconds(60);
        List<JudgedSub> overdue = nights.overdue(any -> true);
        assertThat(overdue).hasSize(1);
        assertThat(overdue.get(0).sub().frame().fileName()).isEqualTo("sub6.fits");
        assertThat(overdue.get(0).picture().orElseThrow().lights().get(0).subs())
                .isEqualTo(7);
        assertThat(nights.overdue(any -> true)).as("it was shown").isEmpty();
    }

    @Test
    void onePictureIsMadeAtATimeOfTheStacksAsTheyWere() {
        Nights nights = nights(32);
        now = now.plusSeconds(10);
        JudgedSub first = judge(nights, event("sub0.fits", night.sub(0, "Ha")));
        now = now.plusSeconds(10);
        JudgedSub meanwhile = judge(nights, event("sub1.fits", night.sub(1, "Ha")));
        assertThat(meanwhile.sub().shown()).isEqualTo(SubShown.NOT_ITSELF);
        assertThat(first.picture().orElseThrow().lights().get(0).subs()).isEqualTo(1);
        assertThat(add(nights, 2, "Ha").picture().orElseThrow().lights().get(0).subs())
                .isEqualTo(3);
    }

    @Test
    void picturesThatTakeLongKeepFartherApart() {
        tick = Duration.ofSeconds(4);
        Nights nights = nights(32);
        List<SubShown> shown = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            shown.add(add(nights, i, "Ha").sub().shown());
        }
        assertThat(shown).containsExactly(SubShown.STACK, SubShown.NOT_ITSELF, SubShown.STACK);
    }

    @Test
    void lightThroughTwoFiltersMeasuresColours() {
        Nights nights = nights(32);
        StackPicture one = add(nights, 0, "Ha").picture().orElseThrow();
        assertThat(one.composite().known().physicsShare())
                .as("the red of hydrogen")
                .isEqualTo(1);
        StackPicture two = add(nights, 1, "OIII").picture().orElseThrow();
        assertThat(two.composite().known().measuredShare()).isGreaterThan(0.3);
        assertThat(two.stackId()).isNotEqualTo(one.stackId());
    }

    @Test
    void whatIsMeasuredDeeplyIsTheTruthForGuesses() {
        Nights nights = nights(32);
        StackPicture picture = add(nights, 0, "Ha").picture().orElseThrow();
        assertThat(picture.isTruth()).as("a line's hue is no measurement").isFalse();
        for (int i = 1; i < 16; i++) {
            picture = add(nights, i, i % 2 == 0 ? "Ha" : "OIII").picture().orElse(picture);
        }
        assertThat(picture.composite().known().measuredShare()).isGreaterThan(0.8);
        assertThat(picture.isTruth()).isTrue();
    }

    @Test
    void aNightThatIsBrokenOffAtRandomMomentsEndsWithTheSameBits() {
        List<StackedLight> undisturbed = play(nights(32), Integer.MAX_VALUE);
        for (int snapshotEvery : new int[] {1, 3, 32}) {
            target = target + snapshotEvery;
            List<StackedLight> broken = play(nights(snapshotEvery), 2);
            assertThat(broken).hasSameSizeAs(undisturbed);
            for (int i = 0; i < broken.size(); i++) {
                assertThat(broken.get(i).plane().values())
                        .as("%s with a snapshot each %d", broken.get(i).role(), snapshotEvery)
                        .containsExactly(undisturbed.get(i).plane().values());
            }
        }
    }

    /** Plays the night; each so many exposures another instance goes on, and has the last one delivered again. */
    private List<StackedLight> play(Nights first, int killEvery) {
        Nights nights = first;
        Random random = new Random(1);
        for (int i = 0; i < WHEEL.size(); i++) {
            add(nights, i, WHEEL.get(i));
            if (i % killEvery == killEvery - 1) {
                nights = nights(1 + random.nextInt(4));
                JudgedSub again = add(nights, i, WHEEL.get(i));
                assertThat(again.sub().depth()).isPositive();
            }
        }
        now = now.plusSeconds(60);
        JudgedSub last = add(nights, 20, "L");
        now = now.plusSeconds(60);
        return last.picture()
                .or(nights.overdue(any -> true).stream().flatMap(judged -> judged.picture().stream())::findFirst)
                .orElseThrow()
                .lights();
    }

    @Test
    void aNightWhoseSnapshotIsLostIsStackedAgainFromItsJournal() {
        List<StackedLight> whole = play(nights(2), Integer.MAX_VALUE);
        opened.forEach(Nights::close);
        try (var stacks = store.list(ObjectKeys.nightStacks(target))) {
            List<String> keys = stacks.toList();
            assertThat(keys).isNotEmpty();
            keys.forEach(store::delete);
        }
        add(nights(2), 20, "L");
        now = now.plusSeconds(60);
        StackPicture picture = add(opened.get(1), 20, "L").picture().orElseThrow();
        for (int i = 0; i < whole.size(); i++) {
            assertThat(picture.lights().get(i).plane().values())
                    .containsExactly(whole.get(i).plane().values());
        }
    }

    @Test
    void goesOnWithAJournalInWhichALaterVersionHasWordsOfItsOwn() throws IOException {
        Nights later = nights(2);
        for (int i = 0; i < 4; i++) {
            add(later, i, "L");
        }
        later.close();
        rewrite(ObjectKeys.nightPage(target, 0), "\"shown\":\"STACK\"", "\"shown\":\"IN_A_FILM\"");
        rewrite(
                ObjectKeys.nightPage(target, 0),
                "\"place\":\"STACKED\"(?!.*\"place\")",
                "\"place\":\"SENT_TO_ANOTHER\"");
        rewrite(ObjectKeys.nightSnapshot(target), "\"role\":\"LUMINANCE\"", "\"role\":\"METHANE\"");

        Nights earlier = nights(32);

        assertThat(add(earlier, 3, "L").sub().place())
                .as("where the later version put it")
                .isEqualTo(SubPlace.UNKNOWN);
        assertThat(add(earlier, 4, "L").sub().depth())
                .as("the other three, and itself")
                .isEqualTo(4);
        earlier.overdue(any -> true);
        assertThat(add(nights(32), 4, "L").sub().depth()).as("kept so").isEqualTo(4);
    }

    private static void rewrite(String key, String pattern, String replacement) throws IOException {
        try (InputStream in = store.open(key)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String changed = text.replaceAll(pattern, replacement);
            assertThat(changed).isNotEqualTo(text);
            store.put(key, changed.getBytes(StandardCharsets.UTF_8), "application/json");
        }
    }

    @Test
    void theSameExposureTwiceCountsOnceAndIsToldAlike() {
        Nights nights = nights(32);
        add(nights, 0, "L");
        JudgedSub first = add(nights, 1, "L");
        JudgedSub second = add(nights, 1, "L");
        assertThat(second.sub()).isEqualTo(first.sub());
        assertThat(second.picture().orElseThrow().stackId())
                .isEqualTo(first.picture().orElseThrow().stackId());
        assertThat(add(nights, 0, "L").picture()).as("another came after it").isEmpty();
        assertThat(add(nights, 2, "L").sub().depth()).isEqualTo(3);
    }

    @Test
    void whatBelongsToNoStackIsToldWithItsReason() {
        Nights nights = nights(32);
        add(nights, 0, "L");
        JudgedSub dark = add(nights, event("dark.fits", night.sub(1, "L", "Dark", 0)));
        assertThat(dark.sub().place()).isEqualTo(SubPlace.REFUSED);
        assertThat(dark.sub().reason()).contains("dark frame");
        assertThat(dark.sub().shown()).isEqualTo(SubShown.NOT_ITSELF);
        JudgedSub cloud = add(nights, event("cloud.fits", night.sub(2, "L", "Light", 0.02)));
        assertThat(cloud.sub().place()).isEqualTo(SubPlace.REFUSED);
        JudgedSub other = add(nights, event("other.fits", new TestNight(99).sub(3, "L")));
        assertThat(other.sub().reason()).contains("not those of the reference");
        assertThat(add(nights, 4, "L").sub().depth()).isEqualTo(2);
    }

    @Test
    void aTargetThatHasNoStarsYetIsShownByItself() {
        Nights nights = nights(32);
        JudgedSub cloud = add(nights, event("cloud.fits", night.sub(2, "L", "Light", 0.001)));
        assertThat(cloud.sub().place()).isEqualTo(SubPlace.REFUSED);
        assertThat(cloud.sub().shown()).isEqualTo(SubShown.SINGLE);
        assertThat(add(nights, 1, "L").sub().shown()).isEqualTo(SubShown.STACK);
    }

    @Test
    void whatIsWantedIsSeenThoughNoExposureComes() {
        Nights nights = nights(32);
        add(nights, 0, "Ha");
        assertThat(add(nights, 1, "OIII").picture().orElseThrow().composite().formula())
                .contains(Formula.HOO);
        order(false, "natural", null, Set.of(), null);
        await().untilAsserted(() -> assertThat(nights.overdue(any -> true))
                .singleElement()
                .satisfies(judged -> assertThat(
                                judged.picture().orElseThrow().composite().formula())
                        .contains(Formula.NATURAL)));

        Nights next = nights(32);
        assertThat(next.overdue(any -> true))
                .as("nobody has asked for the target")
                .isEmpty();
        assertThat(next.wentOnSince(target, Instant.now().minusSeconds(60))).isTrue();
        assertThat(next.wentOnSince(target, Instant.now().plusSeconds(60)))
                .as("an order that nothing has followed")
                .isFalse();
        assertThat(next.wentOnSince("a target that never was", Instant.EPOCH)).isFalse();
        next.wake("a target that never was");
        next.wake(target);
        assertThat(next.overdue(any -> true)).singleElement().satisfies(judged -> assertThat(
                        judged.picture().orElseThrow().composite().formula())
                .contains(Formula.NATURAL));
    }

    @Test
    void anotherLookIsSeenThoughNoExposureComes() {
        Nights nights = nights(32);
        StackPicture before = add(nights, 0, "L").picture().orElseThrow();
        assertThat(before.newest().palette()).isNull();
        order(false, null, "look:golden*1.2", Set.of(), null);

        await().untilAsserted(() -> assertThat(nights.overdue(any -> true))
                .singleElement()
                .satisfies(judged -> {
                    StackPicture now = judged.picture().orElseThrow();
                    assertThat(now.newest().palette()).isEqualTo("look:golden*1.2");
                    assertThat(now.stackId()).as("it is another picture").isNotEqualTo(before.stackId());
                }));
        assertThat(nights.overdue(any -> true)).as("it is shown once").isEmpty();
        FrameIngested single = event("single.fits", night.sub(3, "L"));
        assertThat(nights.asked(single).palette()).isEqualTo("look:golden*1.2");
        assertThat(nights.asked(single.withPalette("none")).palette())
                .as("what a frame itself asks for comes first")
                .isEqualTo("none");
    }

    @Test
    void anExposureThatIsTakenOutLeavesNoTraceAndComesBack() {
        Nights nights = nights(32);
        for (int i : new int[] {0, 1, 3}) {
            add(nights, i, "L");
        }
        StackPicture without = add(nights, 4, "L").picture().orElseThrow();
        target = target + " of four";
        Nights more = nights(32);
        for (int i = 0; i < 5; i++) {
            add(more, i, "L");
        }
        String unwanted = event("sub2.fits", night.sub(2, "L")).frameId();
        order(false, Set.of(unwanted), null);
        now = now.plusSeconds(60);
        StackPicture picture = more.overdue(any -> true).get(0).picture().orElseThrow();
        assertThat(picture.lights().get(0).plane().values())
                .containsExactly(without.lights().get(0).plane().values());
        assertThat(add(more, 2, "L").sub().place()).isEqualTo(SubPlace.TAKEN_OUT);
        order(false, Set.of(), null);
        assertThat(add(more, 6, "L").sub().depth()).isEqualTo(6);
    }

    @Test
    void aDeepNightGoesOnWhileItIsMadeAnewWithoutAnExposure() {
        Nights expected = nights(32);
        for (int i = 0; i <= 20; i++) {
            if (i != 2) {
                add(expected, i, "L");
            }
        }
        float[] without = overdueLight(expected).orElseThrow();
        target = target + " made anew";
        Nights nights = nights(32);
        for (int i = 0; i < 18; i++) {
            add(nights, i, "L");
        }
        order(false, Set.of(event("sub2.fits", night.sub(2, "L")).frameId()), null);
        assertThat(add(nights, 18, "L").sub().depth()).as("goes on as it was").isEqualTo(19);
        String own = target;
        target = own + ", another";
        assertThat(add(nights, 0, "L").sub().depth()).isEqualTo(1);
        target = own;
        await().untilAsserted(
                        () -> assertThat(add(nights, 2, "L").sub().place()).isEqualTo(SubPlace.TAKEN_OUT));
        assertThat(add(nights, 19, "L").sub().depth()).isEqualTo(19);
        add(nights, 20, "L");
        assertThat(overdueLight(nights).orElseThrow()).containsExactly(without);
    }

    /** The stack of the target's picture that is shown when no exposure has come for a while. */
    private Optional<float[]> overdueLight(Nights nights) {
        now = now.plusSeconds(60);
        return nights.overdue(any -> true).stream()
                .filter(judged -> judged.sub().frame().target().equals(target))
                .findFirst()
                .flatMap(JudgedSub::picture)
                .map(picture -> picture.lights().get(0).plane().values());
    }

    @Test
    void anExposureIsOutThoughTheInstanceEndsWhileItIsTakenOut() {
        Nights expected = nights(1);
        for (int i : new int[] {0, 1, 3, 4, 5}) {
            add(expected, i, "L");
        }
        StackPicture without = add(expected, 6, "L").picture().orElseThrow();
        target = target + " broken off";
        Nights nights = nights(1, storeThatTakesNoStacksOnceOrdered());
        for (int i : new int[] {0, 1, 2, 3, 4}) {
            add(nights, i, "L");
        }
        String own = target;
        for (String other : List.of(" a", " b")) {
            target = own + other;
            add(nights, 0, "L"); // takes the room of ours, whose snapshot then has all five
        }
        target = own;
        order(false, Set.of(event("sub2.fits", night.sub(2, "L")).frameId()), null);
        assertThatThrownBy(() -> add(nights, 4, "L")).isInstanceOf(StoreUnavailableException.class);

        Nights next = nights(1);
        add(next, 5, "L");
        StackPicture after = add(next, 6, "L").picture().orElseThrow();

        assertThat(after.lights().get(0).subs()).isEqualTo(6);
        assertThat(after.lights().get(0).plane().values())
                .containsExactly(without.lights().get(0).plane().values());
    }

    /** The same store, which goes away for stacks as soon as an order about the target is there. */
    private ObjectStore storeThatTakesNoStacksOnceOrdered() {
        return storeThatFirst((method, key) -> {
            if (method.equals("put")
                    && key.startsWith(ObjectKeys.nightStacks(target))
                    && store.stat(ObjectKeys.stackOrder(target)).isPresent()) {
                throw new StoreUnavailableException("gone", null);
            }
        });
    }

    /** The same store, which does that before it is asked for something. */
    private static ObjectStore storeThatFirst(BiConsumer<String, String> before) {
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    Object what = arguments == null ? "" : arguments[0];
                    before.accept(
                            method.getName(), what instanceof ObjectReference object ? object.key() : what.toString());
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void aSnapshotThatIsOnItsWayDoesNotBringBackWhatWasReset() {
        CountDownLatch reset = new CountDownLatch(1);
        Nights nights = nights(2, storeThatFirst((method, key) -> {
            if (method.equals("put") && key.startsWith(ObjectKeys.nightStacks(target))) {
                awaitQuietly(reset);
            }
        }));
        add(nights, 0, "L");
        add(nights, 1, "L"); // its snapshot is on its way from now on
        order(false, Set.of(), Instant.now());
        assertThat(add(nights, 2, "L").sub().depth()).isEqualTo(1);
        reset.countDown();
        nights.close();

        assertThat(add(nights(32), 3, "L").sub().depth()).isEqualTo(2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aNightThatCannotBeTakenUpLeavesNothingOnTheDisk() throws IOException {
        Nights before = nights(2);
        add(before, 0, "L");
        add(before, 1, "Ha");
        before.close();
        AtomicInteger fetched = new AtomicInteger();
        Nights nights = nights(32, storeThatFirst((method, key) -> {
            if (method.equals("fetch")
                    && key.startsWith(ObjectKeys.nightStacks(target))
                    && fetched.incrementAndGet() == 2) {
                throw new StoreUnavailableException("gone", null);
            }
        }));

        assertThatThrownBy(() -> add(nights, 2, "L")).isInstanceOf(StoreUnavailableException.class);

        assertThat(fetched).as("one of two is there by then").hasValue(2);
        try (Stream<Path> left = Files.walk(folder.resolve("1"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(add(nights, 2, "L").sub().depth()).isEqualTo(2);
    }

    @Test
    void datesThatGoBackwardsChangeNothing() {
        Nights nights = nights(32);
        String own = target;
        List<float[]> stacks = new ArrayList<>();
        for (int minutes : new int[] {1, -1}) {
            target = own + minutes;
            List<JudgedSub> judged = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                now = now.plusSeconds(10);
                FrameIngested event = event("sub" + i + ".fits", night.sub(i, "Ha"));
                judged.add(judge(nights, exposedAt(event, Instant.EPOCH.plusSeconds(60L * minutes * i))));
                judged.get(i).picture();
            }
            assertThat(judged).allMatch(sub -> sub.sub().place() == SubPlace.STACKED);
            stacks.add(judged.get(3)
                    .picture()
                    .orElseThrow()
                    .lights()
                    .get(0)
                    .plane()
                    .values());
        }
        assertThat(stacks.get(1)).containsExactly(stacks.get(0));
    }

    private static FrameIngested exposedAt(FrameIngested event, Instant at) {
        return new FrameIngested(
                event.frameId(),
                event.target(),
                event.object(),
                event.mediaType(),
                event.fileName(),
                event.purpose(),
                event.source(),
                at,
                event.ingestedAt(),
                event.palette(),
                event.labels());
    }

    @Test
    void aNightWhoseStacksHaveGoneIsStackedAgain() {
        Nights before = nights(2);
        add(before, 0, "L");
        add(before, 1, "L");
        before.close();
        List<String> stacks = store.list(ObjectKeys.nightStacks(target)).toList();
        assertThat(stacks).hasSize(1).allMatch(ObjectKeys::isNightStack);
        stacks.forEach(store::delete);

        assertThat(add(nights(32), 2, "L").sub().depth()).isEqualTo(3);
    }

    @Test
    void whatDidNotSuitAFirstExposureComesInWhereThatIsTakenOut() {
        Nights nights = nights(32);
        FrameIngested elsewhere = event("elsewhere.fits", new TestNight(12).sub(0, "L"));
        judge(nights, elsewhere);
        for (int i = 0; i < 4; i++) {
            assertThat(add(nights, i, "L").sub().place()).isEqualTo(SubPlace.REFUSED);
        }
        order(false, Set.of(elsewhere.frameId()), null);

        assertThat(add(nights, 4, "L").sub().depth()).isEqualTo(5);
    }

    @Test
    void aPictureThatDidNotComeAboutIsDueAgain() {
        Nights nights = nights(32);
        for (int i = 0; i < 5; i++) {
            add(nights, i, "L");
        }
        now = now.plusSeconds(60);
        assertThat(nights.overdue(any -> true)).hasSize(1);
        now = now.plusSeconds(60);
        assertThat(nights.overdue(any -> true)).as("it is being made").isEmpty();

        nights.notShown(target);
        now = now.plusSeconds(60);
        assertThat(nights.overdue(any -> true)).hasSize(1);
    }

    @Test
    void whatNoPictureShowedBeforeACrashIsShownByWhoeverComesNext() {
        Nights before = nights(32);
        for (int i = 0; i < 5; i++) {
            add(before, i, "L");
        }
        Nights next = nights(32);
        next.recall(target::equals);
        assertThat(next.overdue(other -> false))
                .as("it is another instance's by now")
                .isEmpty();
        next.recall(other -> false);
        assertThat(next.overdue(any -> true)).as("it is another instance's").isEmpty();
        next.recall(target::equals);
        JudgedSub due = next.overdue(any -> true).get(0);
        assertThat(due.picture().orElseThrow().lights().get(0).subs()).isEqualTo(5);

        Nights third = nights(32);
        third.recall(target::equals);
        assertThat(third.overdue(any -> true).get(0).picture().orElseThrow().stackId())
                .as("nobody said that it was sent")
                .isEqualTo(due.picture().orElseThrow().stackId());
        third.shown(due.sub());

        Nights last = nights(32);
        last.recall(target::equals);
        assertThat(last.overdue(any -> true)).as("it was sent").isEmpty();
    }

    @Test
    void nightsOfSingleFramesAreNotTakenUpAgainAndAgain() {
        AtomicInteger reads = new AtomicInteger();
        Nights nights = nights(32, storeThatFirst((method, key) -> reads.incrementAndGet()));
        String own = target;
        for (String each : List.of(" a", " b", " c")) {
            target = own + each;
            order(true, Set.of(), null);
            add(nights, 0, "L");
        }
        now = now.plusSeconds(60);
        int before = reads.get();
        for (int i = 0; i < 5; i++) {
            assertThat(nights.overdue(any -> true)).isEmpty();
        }
        assertThat(reads.get() - before).as("reads of the store").isZero();
    }

    @Test
    void aNightThatMakesRoomForOthersIsShownLater() {
        Nights nights = nights(32);
        String own = target;
        for (String each : List.of(" a", " b", " c", " d", " e", " f")) {
            target = own + each;
            for (int i = 0; i < 5; i++) {
                add(nights, i, "L");
            }
        }
        now = now.plusSeconds(60);
        Map<String, Integer> depths = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            nights.overdue(any -> true)
                    .forEach(judged -> depths.put(
                            judged.sub().frame().target(),
                            judged.picture().orElseThrow().lights().get(0).subs()));
        }
        assertThat(depths).hasSize(6).allSatisfy((each, depth) -> assertThat(depth)
                .isEqualTo(5));
    }

    @Test
    void aNightThatIsMadeAnewIsSeenThoughOthersComeMeanwhile() {
        Nights nights = nights(32);
        for (int i = 0; i < 18; i++) {
            add(nights, i, "L");
        }
        order(false, Set.of(event("sub2.fits", night.sub(2, "L")).frameId()), null);
        nights.overdue(any -> true); // it is begun
        String own = target;
        for (String other : List.of(" a", " b")) {
            target = own + other;
            add(nights, 0, "L");
        }
        target = own;
        await().untilAsserted(() -> assertThat(nights.overdue(any -> true).stream()
                        .filter(judged -> judged.sub().frame().target().equals(own))
                        .map(judged ->
                                judged.picture().orElseThrow().lights().get(0).subs()))
                .containsExactly(17));
    }

    @Test
    void aResetBeginsAnewWithWhatComesLater() {
        Nights nights = nights(32);
        add(nights, 0, "L");
        add(nights, 1, "L");
        order(false, Set.of(), Instant.now());
        assertThat(add(nights, 2, "L").sub().depth()).isEqualTo(1);
        assertThat(add(nights, 0, "L").sub().reason()).as("ingested before").contains("before the stacks");
    }

    @Test
    void whoWantsSingleFramesHasThemAndTheStackGrows() {
        Nights nights = nights(32);
        order(true, Set.of(), null);
        assertThat(add(nights, 0, "L").sub().shown()).isEqualTo(SubShown.SINGLE);
        SubJudged second = add(nights, 1, "L").sub();
        assertThat(second.shown()).isEqualTo(SubShown.SINGLE);
        assertThat(second.depth()).isEqualTo(2);
        now = now.plusSeconds(60);
        assertThat(nights.overdue(any -> true)).isEmpty();
    }

    @Test
    void moreTargetsThanAreAtHandTakeTurns() {
        Nights nights = nights(32);
        String own = target;
        for (int i = 0; i < 4; i++) {
            for (String other : List.of("a", "b", "c")) {
                target = own + other;
                assertThat(add(nights, i, "L").sub().depth()).isEqualTo(i + 1);
            }
        }
    }

    @Test
    void anExposuresFateIsToldWhenItIsInTheJournalAndAgainWhenItComesAgain() {
        Nights nights = nights(32);
        FrameIngested event = event("sub.fits", night.sub(0, "L"));
        List<SubJudged> told = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            nights.add(event, decoded(event).orElseThrow(), sub -> {
                try (Stream<String> pages = store.list(ObjectKeys.nightJournal(target))) {
                    assertThat(pages).isNotEmpty();
                }
                told.add(sub);
            });
        }
        assertThat(told).hasSize(2);
        assertThat(told.get(1)).isEqualTo(told.get(0));
    }

    @Test
    void framesToLearnFromAndThoseThatNobodyWantsStackedPass() {
        Nights nights = nights(32);
        FrameIngested live = event("sub.fits", night.sub(0, "L"));
        assertThat(nights.add(with(live, Purpose.TRAIN, Map.of()), decoded(live).orElseThrow(), sub -> {}))
                .isEmpty();
        assertThat(nights.add(
                        with(live, Purpose.LIVE, Map.of(FrameLabels.STACK, "no")),
                        decoded(live).orElseThrow(),
                        sub -> {}))
                .isEmpty();
    }

    @Test
    void exposuresAreCalibratedAndStackedAgainLikewise() throws IOException {
        Path darks = Files.createDirectories(folder.resolve("masters"));
        Files.write(darks.resolve("dark.fits"), night.dark(250));
        Masters all = Masters.read(
                List.of(darks.resolve("dark.fits")),
                new FrameDecoder(DecodeLimits.DEFAULT),
                FilterNames.STANDARD,
                folder.resolve("planes"));
        Nights plain = nights(32);
        double sky = add(plain, 0, "Ha").sub().quality().background();
        target = target + ", calibrated";
        masters = all;
        Nights calibrated = nights(32);
        SubJudged judged = add(calibrated, 0, "Ha").sub();
        assertThat(judged.calibration()).isEqualTo("dark of 60 s");
        assertThat(judged.quality().background()).isCloseTo(sky - 250, within(2.0));
        add(calibrated, 1, "Ha");
        StackPicture undisturbed = add(calibrated, 2, "Ha").picture().orElseThrow();
        now = now.plusSeconds(60);
        Nights again = nights(32);
        again.overdue(any -> true);
        assertThat(add(again, 3, "Ha")
                        .picture()
                        .orElseThrow()
                        .lights()
                        .get(0)
                        .plane()
                        .values())
                .as("taken up with what was calibrated")
                .isEqualTo(add(calibrated, 3, "Ha")
                        .picture()
                        .orElseThrow()
                        .lights()
                        .get(0)
                        .plane()
                        .values());
        assertThat(undisturbed.lights().get(0).subs()).isEqualTo(3);
    }

    @Test
    void aLabelTellsTheFilterWhereTheHeaderNamesNone() {
        Nights nights = nights(32);
        FrameIngested live = event("sub.fits", night.sub(0, ""));
        assertThat(nights.add(
                                with(live, Purpose.LIVE, Map.of(FrameLabels.FILTER, "O3")),
                                decoded(live).orElseThrow(),
                                sub -> {})
                        .orElseThrow()
                        .sub()
                        .role())
                .isEqualTo("OIII");
        assertThat(add(nights, 1, "Ha").sub().role()).isEqualTo("Ha");
    }

    private Nights nights(int snapshotEvery) {
        return nights(snapshotEvery, store);
    }

    private Nights nights(int snapshotEvery, ObjectStore objects) {
        StackSettings settings = new StackSettings(
                true,
                2048,
                FilterNames.STANDARD,
                masters,
                false,
                Duration.ofSeconds(2),
                snapshotEvery,
                2,
                folder.resolve(opened.size() + ""));
        Nights nights = new Nights(
                settings,
                objects,
                target -> new StoredRequests<>(store, ObjectKeys::stackOrder, StackOrder.class, Clock.systemUTC())
                        .newest(target),
                this::decoded,
                new ClockOfTheTest());
        opened.add(nights);
        return nights;
    }

    private final class ClockOfTheTest extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plus(tick);
            return now;
        }
    }

    private void order(boolean single, Set<String> takenOut, Instant resetAt) {
        order(single, null, null, takenOut, resetAt);
    }

    private void order(boolean single, String formula, String palette, Set<String> takenOut, Instant resetAt) {
        StackOrder order =
                new StackOrder(target, single, formula, palette, takenOut, resetAt, "Ada", "clouds", Instant.now());
        store.put(ObjectKeys.stackOrder(target), EventCodec.toJson(order), "application/json");
    }

    private JudgedSub add(Nights nights, int number, String filter) {
        now = now.plusSeconds(10);
        return add(nights, event("sub" + number + ".fits", night.sub(number, filter)));
    }

    private JudgedSub add(Nights nights, FrameIngested event) {
        JudgedSub judged = judge(nights, event);
        Optional<StackPicture> made = judged.picture(); // before the next exposure comes
        return new JudgedSub(judged.sub(), made.map(picture -> () -> picture));
    }

    private JudgedSub judge(Nights nights, FrameIngested event) {
        return nights.add(event, decoded(event).orElseThrow(), sub -> {}).orElseThrow();
    }

    private FrameIngested event(String name, byte[] file) {
        String id = Sha256.of(file);
        bytes.put(id, file);
        return new FrameIngested(
                id,
                target,
                new ObjectReference("astrochrome", ObjectKeys.frame(id), file.length, id),
                "image/fits",
                name,
                Purpose.LIVE,
                "test",
                null,
                ingested.computeIfAbsent(target + id, none -> Instant.now()),
                null,
                Map.of());
    }

    private static FrameIngested with(FrameIngested event, Purpose purpose, Map<String, String> labels) {
        return new FrameIngested(
                event.frameId(),
                event.target(),
                event.object(),
                event.mediaType(),
                event.fileName(),
                purpose,
                event.source(),
                null,
                event.ingestedAt(),
                null,
                labels);
    }

    private Optional<DecodedFrame> decoded(FrameIngested event) {
        try {
            Path file = Files.createTempFile(folder, "frame", ".fits"); // nights are made anew by a thread of their own
            Files.write(file, bytes.get(event.frameId()));
            return new FrameDecoder(DecodeLimits.DEFAULT).decode(file, event.fileName()) instanceof Decoded decoded
                    ? Optional.of(decoded.frame())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
