package io.astrochrome.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.storage.Sha256;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFactsTest {
    @Test
    void theFactsAreThoseOfTheFile(@TempDir Path folder) throws Exception {
        Path file = TinyModel.named("tiny").palette(28).write(folder.resolve("a-file.onnx"));
        try (ColourModel model = ColourModel.load(file, SessionSettings.cpu(1))) {
            ModelFacts facts = ModelFacts.of(model, file);

            assertThat(facts.name()).isEqualTo("a-file.onnx");
            assertThat(facts.bytes()).isEqualTo(Files.size(file));
            assertThat(facts.modelId()).isEqualTo(Sha256.of(Files.readAllBytes(file)));
            assertThat(facts.paletteSize()).isEqualTo(28);
            assertThat(facts.metadata().name()).isEqualTo("tiny");
            assertThat(facts.toMarkdown()).contains("| palette | optional, 28 values |");
        }
    }

    @Test
    void theTableSaysWhereTheModelComesFrom() {
        assertThat(Reports.facts("light").toMarkdown())
                .isEqualTo("""
                |  |  |
                | --- | --- |
                | file | `light.onnx`, 12.3 MB |
                | SHA-256 | `%s` |
                | recipe | light, hash `%s` |
                | data hash | `%s` |
                | code | commit `c0ffee`, seed 7 |
                | input | lightness [N, 1, H, W]; trained at 192 px |
                | palette | takes none |
                """.formatted("fedc".repeat(16), "beef".repeat(16), Reports.HASH));
    }

    @Test
    void onlyPredictionsUnderItsOwnNameAreItsOwn() {
        Map<String, Double> bases = new LinkedHashMap<>();
        for (String name : new String[] {"grey", "light-final", "light, own palette", "light", "delight, looks"}) {
            bases.put(name, 1.0);
        }

        assertThat(Reports.facts("light").predictions(Reports.overall(bases)))
                .as("in the report's order")
                .containsExactly("light, own palette", "light");
        assertThat(Reports.facts("vivid").predictions(Reports.overall(bases))).isEmpty();
    }
}
