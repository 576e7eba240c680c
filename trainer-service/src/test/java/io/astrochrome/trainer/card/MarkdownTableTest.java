package io.astrochrome.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {
    @Test
    void hasAHeadARuleAndItsRows() {
        MarkdownTable table = new MarkdownTable(List.of("model", "dB"))
                .row(List.of("light", "1.0"))
                .row(List.of("vivid", ""));

        assertThat(table).hasToString("""
                | model | dB |
                | --- | --- |
                | light | 1.0 |
                | vivid |  |
                """);
    }

    @Test
    void aBarInACellEndsNoCell() {
        assertThat(new MarkdownTable(List.of("a|b"))).asString().startsWith("| a\\|b |\n");
    }

    @Test
    void aFigureThatIsNotKnownIsLeftEmptyAndOthersAreWrittenWithAPoint() {
        assertThat(MarkdownTable.number("%+.2f", 0.125)).isEqualTo("+0.13");
        assertThat(MarkdownTable.number("%.1f", Double.NaN)).isEmpty();
    }
}
