package io.astrochrome.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeckTest {
    @Test
    void dealsEachKindBeforeAnyComesAgainAndLeavesNoneOut() {
        var deck = new Deck(List.of(faults("kill", 3), List.of(), faults("alter", 2)), new SplittableRandom(1));
        var dealt = new ArrayList<String>();
        for (var i = 0; i < 12; i++) {
            dealt.add(deck.next().what());
        }

        for (var i = 0; i < 12; i += 2) {
            assertThat(dealt.subList(i, i + 2).stream().map(what -> what.split(" ")[0]))
                    .containsExactlyInAnyOrder("kill", "alter");
        }
        assertThat(dealt.subList(0, 6)).contains("kill 0", "kill 1", "kill 2");
    }

    private static List<Fault> faults(String kind, int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> new Fault(kind + " " + i, random -> {}))
                .toList();
    }
}
