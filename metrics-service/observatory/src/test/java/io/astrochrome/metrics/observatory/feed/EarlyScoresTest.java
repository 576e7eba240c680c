package io.astrochrome.metrics.observatory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EarlyScoresTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00Z");

    private static Score score(int second) {
        return new Score(31.0, 28.0, 3.0, 0.9, 0.8, 4.0, 6.0, 0.8, NIGHT.plusSeconds(second));
    }

    @Test
    void aScoreIsGivenOnce() {
        EarlyScores scores = new EarlyScores(3);
        scores.put("a", score(1));

        assertThat(scores.remove("a")).isEqualTo(score(1));
        assertThat(scores.remove("a")).isNull();
        assertThat(scores.remove("never heard of")).isNull();
    }

    @Test
    void anotherScoreOfTheSameIdTakesThePlaceOfTheFirst() {
        EarlyScores scores = new EarlyScores(2);
        scores.put("a", score(1));
        scores.put("b", score(2));
        scores.put("a", score(3));
        scores.put("c", score(4));

        assertThat(scores.remove("b")).as("the oldest now").isNull();
        assertThat(scores.remove("a")).isEqualTo(score(3));
        assertThat(scores.remove("c")).isEqualTo(score(4));
    }

    @Test
    void whatIsTakenOutMakesRoom() {
        EarlyScores scores = new EarlyScores(1);
        scores.put("a", score(5));
        scores.remove("a");
        scores.put("b", score(1));

        assertThat(scores.remove("b")).isEqualTo(score(1));
    }

    @Property(tries = 200)
    void theNewestAreKeptInWhateverOrderTheyCome(
            @ForAll @IntRange(min = 1, max = 12) int most,
            @ForAll @IntRange(min = 0, max = 25) int count,
            @ForAll Random random) {
        EarlyScores scores = new EarlyScores(most);
        // Some of the same second: then ids decide.
        List<Integer> seconds =
                IntStream.range(0, count).mapToObj(i -> random.nextInt(10)).toList();
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(order, random);

        order.forEach(i -> scores.put(id(i), score(seconds.get(i))));

        List<String> newest = order.stream()
                .sorted(Comparator.<Integer, Integer>comparing(seconds::get)
                        .thenComparing(EarlyScoresTest::id)
                        .reversed())
                .limit(most)
                .map(EarlyScoresTest::id)
                .toList();
        assertThat(order.stream()
                        .filter(i -> scores.remove(id(i)) != null)
                        .map(EarlyScoresTest::id)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(newest);
    }

    private static String id(int number) {
        return "frame " + (char) ('a' + number);
    }
}
