package io.astrochrome.colorize.stream.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.platform.retry.Retry;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import io.astrochrome.storage.StoreException;
import io.astrochrome.storage.StoreUnavailableException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetryingObjectStoreTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final ObjectReference REFERENCE =
            new ObjectReference("astrochrome", "frames/a", 1, Sha256.of(new byte[1]));

    /** What the store gives, by the method's type. */
    private static final Map<Class<?>, Object> ANSWERS = Map.of(
            ObjectReference.class, REFERENCE,
            byte[].class, new byte[] {7},
            Optional.class, Optional.empty(),
            InputStream.class, InputStream.nullInputStream(),
            Stream.class, Stream.empty());

    private final List<String> asked = new ArrayList<>();
    private int failures;
    private StoreException failure = new StoreUnavailableException("no store", null);

    private final Retry retry = new Retry(MOMENT, MOMENT, StoreUnavailableException.class::isInstance);
    private final ObjectStore store = new RetryingObjectStore(behind(), retry);

    /** A store that is away so many times, and notes what it is asked. */
    private ObjectStore behind() {
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    if (failures > 0) {
                        failures--;
                        throw failure;
                    }
                    return ANSWERS.get(method.getReturnType());
                });
    }

    static Stream<Consumer<ObjectStore>> everything() {
        return Stream.of(
                store -> assertThat(store.put("frames/a", Path.of("a"), "image/fits"))
                        .isEqualTo(REFERENCE),
                store -> assertThat(store.put("frames/a", new byte[1], "image/fits"))
                        .isEqualTo(REFERENCE),
                store -> store.fetch(REFERENCE, Path.of("a")),
                store -> assertThat(store.fetch(REFERENCE)).containsExactly(7),
                store -> assertThat(store.stat("frames/a")).isEmpty(),
                store -> assertThat(store.open("frames/a")).isSameAs(ANSWERS.get(InputStream.class)),
                store -> assertThat(store.read("frames/a", 2)).containsExactly(7),
                store -> assertThat(store.open("frames/a", 1, 2)).isSameAs(ANSWERS.get(InputStream.class)),
                store -> store.delete("frames/a"),
                store -> assertThat((Object) store.list("frames/")).isSameAs(ANSWERS.get(Stream.class)),
                store -> assertThat((Object) store.listed("frames/")).isSameAs(ANSWERS.get(Stream.class)),
                ObjectStore::ensureBucket);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void waitsForTheStoreWhateverItIsAsked(Consumer<ObjectStore> call) {
        failures = 3;

        call.accept(store);

        assertThat(asked).hasSize(4).containsOnly(asked.get(0));
    }

    @Test
    void everyMethodOfAStoreIsAmongThem() {
        everything().forEach(call -> {
            List<String> one = new ArrayList<>(asked);
            call.accept(store);
            assertThat(asked).hasSize(one.size() + 1);
        });

        assertThat(asked).hasSize(ObjectStore.class.getMethods().length);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void whatWaitingDoesNotMendIsThrownAtOnce(Consumer<ObjectStore> call) {
        failures = 1;
        failure = new ObjectMissingException("astrochrome", "frames/a");

        assertThatThrownBy(() -> call.accept(store)).isSameAs(failure);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void afterAStopNothingIsAskedAndNothingIsWaitedFor(Consumer<ObjectStore> call) {
        retry.close();

        assertThatThrownBy(() -> call.accept(store))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("was broken off");
        assertThat(asked).isEmpty();
    }

    @Test
    void aThreadThatIsInterruptedStaysSo() {
        failures = 1000;
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> store.stat("frames/a")).isInstanceOf(StoreUnavailableException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked).hasSize(1);
    }

    @Test
    void anEventsIdIsOfThePictureAndTheModelAndTellsThePicture() {
        String model = Sha256.of(new byte[2]);
        String single = Sha256.of(new byte[3]);
        String stacked = single + "." + model.substring(0, 12);

        for (String picture : List.of(single, stacked)) {
            assertThat(ColorizedPublisher.pictureId(ColorizedPublisher.eventId(picture, model)))
                    .isEqualTo(picture);
        }
        assertThat(ColorizedPublisher.pictureId("of an earlier version")).isEqualTo("of an earlier version");
    }
}
