package io.astrochrome.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookTest {
    private static final float[] PALETTE = {1};
    private static final Look PLAIN = new Look("plain", 1, PALETTE);
    private static final Look RED = new Look("red", 1, PALETTE, Map.of("nebula", 2f, "Ha", 4f, "galaxy", 0.5f));

    @Test
    void whatIsKnownOfAFrameChangesWhatIsLikely() {
        float[] told = {0.75f, 0.25f};

        assertThat(Look.likelihoods(List.of(PLAIN, RED), told, Set.of())).containsExactly(told, within(1e-6f));
        assertThat(Look.likelihoods(List.of(PLAIN, RED), told, Set.of("planet", "OIII")))
                .as("what no look names")
                .containsExactly(told, within(1e-6f));
        assertThat(Look.likelihoods(List.of(PLAIN, RED), told, Set.of("nebula")))
                .containsExactly(new float[] {0.6f, 0.4f}, within(1e-6f));
        assertThat(Look.likelihoods(List.of(PLAIN, RED), told, Set.of("nebula", "Ha"))[1])
                .as("both")
                .isCloseTo(2 / 2.75f, within(1e-6f));
        assertThat(Look.likelihoods(List.of(PLAIN, RED), told, Set.of("galaxy"))[1])
                .isLessThan(0.25f);
    }

    @Test
    void isReadAsItWasWrittenAndFromBeforeItSuitedAnything() throws Exception {
        List<Look> read = Look.fromJson(Look.toJson(List.of(PLAIN, RED)));

        assertThat(read.get(1).suits()).isEqualTo(RED.suits());
        assertThat(Look.toJson(List.of(PLAIN))).doesNotContain("suits");
        assertThat(Look.fromJson("[{\"name\":\"a\",\"vividness\":1,\"palette\":[0]}]")
                        .get(0)
                        .suits())
                .isEmpty();
    }

    @Test
    void aFactorThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new Look("odd", 1, PALETTE, Map.of("galaxy", 0f)))
                .hasMessageContaining("odd must suit galaxy by a factor above 0, not 0.0");
    }
}
