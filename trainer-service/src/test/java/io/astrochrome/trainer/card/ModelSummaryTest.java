package io.astrochrome.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelSummaryTest {
    private static Map<String, Double> figures(String... names) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String name : names) {
            figures.put(name, 20.0 + figures.size());
        }
        return figures;
    }

    @Test
    void greyComesFirstAndThenEachFilesPredictions() {
        String text = new ModelSummary(
                        List.of(Reports.facts("vivid"), Reports.facts("light")),
                        Reports.overall(figures("grey", "mean colour", "light", "vivid", "vivid, own palette")),
                        null,
                        "c0ffee")
                .toMarkdown();

        assertThat(text.lines().skip(2).takeWhile(line -> line.startsWith("|")))
                .extracting(line -> line.substring(2, line.indexOf(" |")))
                .containsExactly("grey", "vivid", "vivid, own palette", "light");
        assertThat(Reports.row(text, "light"))
                .containsExactly(
                        "light",
                        "22.01, 22.03",
                        "+22.04 [+22.05, +22.06]",
                        "+22.07 [+22.08, +22.09]",
                        "22.1000",
                        "22.40");
        assertThat(text)
                .contains("`vivid.onnx`, `light.onnx` on 4 pictures that no model has seen, centre crops of 224 px");
        assertThat(text).contains("commit c0ffee. *Own palette*");
    }

    @Test
    void palettesAreExplainedOnlyWhereTheyWereMeasured() {
        String text = new ModelSummary(
                        List.of(Reports.facts("light")), Reports.overall(figures("grey", "light")), null, "c0ffee")
                .toMarkdown();

        assertThat(text).doesNotContain("palette").startsWith("| prediction |").endsWith("commit c0ffee. \n");
    }

    @Test
    void aContactSheetStandsBeforeTheTable() {
        String text = new ModelSummary(
                        List.of(Reports.facts("light")),
                        Reports.overall(figures("grey", "light")),
                        "images/sheet.png",
                        "c0ffee")
                .toMarkdown();

        assertThat(text).startsWith("![").containsOnlyOnce("](images/sheet.png)\n\n| prediction |");
    }
}
