package io.astrochrome.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
    private static final EvaluationReport REPORT =
            new EvaluationReport(3, 224, "d".repeat(64), List.of(sheet("grey", 0, 0, 0), sheet("light", 1, 2, 3)));

    private static ScoreSheet sheet(String name, double first, double second, double third) {
        return new ScoreSheet(
                name,
                List.of(
                        Scores.of("a", "m31", "galaxy", first),
                        Scores.of("b", "m31", "galaxy", second),
                        Scores.of("c", "", "nebula", third)),
                Double.NaN);
    }

    @Test
    void figuresAreFoundByPredictorAndClass() {
        assertThat(REPORT.all("light").meanGain().value()).isEqualTo(2, within(1e-9));
        assertThat(REPORT.of("light", "nebula").meanGain().value()).isEqualTo(3, within(1e-9));
        assertThat(REPORT.of("light", EvaluationReport.GROUPED).pictures()).isEqualTo(2);
        assertThat(REPORT.classes()).containsExactly("galaxy", "nebula");
        assertThat(REPORT.sheet("light").name()).isEqualTo("light");
    }

    @Test
    void whatWasNotMeasuredIsRefusedByItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REPORT.sheet("vivid"))
                .withMessage("nothing named vivid was measured");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> REPORT.all("vivid"))
                .withMessage("vivid");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> REPORT.of("light", "comet"))
                .withMessage("comet");
    }

    @Test
    void asJsonEachFigureHasItsNameAndWhatIsNoNumberIsLeftOut() throws IOException {
        JsonNode json = new ObjectMapper().readTree(REPORT.toJson());

        assertThat(json.path("pictures").asInt()).isEqualTo(3);
        assertThat(json.path("sidePixels").asInt()).isEqualTo(224);
        assertThat(json.path("dataHash").asText()).isEqualTo("d".repeat(64));
        assertThat(json.path("results").fieldNames()).toIterable().containsExactly("grey", "light");
        JsonNode galaxy = json.path("results").path("light").path("galaxy");
        assertThat(galaxy.path("pictures").asInt()).isEqualTo(2);
        assertThat(galaxy.path("psnrMeanDecibels").asDouble()).isEqualTo(21.5, within(1e-9));
        assertThat(galaxy.path("gainMeanDecibels").path("value").asDouble()).isEqualTo(1.5, within(1e-9));
        assertThat(galaxy.path("gainMeanDecibels").path("low").asDouble())
                .as("one group alone is drawn again and again")
                .isEqualTo(1.5, within(1e-9));
        assertThat(galaxy.path("ssim").asDouble()).isEqualTo(0.9);
        assertThat(galaxy.path("greySsim").asDouble()).isEqualTo(0.8);
        assertThat(galaxy.path("colourfulnessRatio").asDouble()).isEqualTo(0.5);
        for (String unknown : List.of("lpips", "skyA", "skyB", "sizeDeltaE2000", "hueSpreadRatio", "frechetDistance")) {
            assertThat(galaxy.has(unknown)).as(unknown).isFalse();
        }
        assertThat(REPORT.toJson()).endsWith("}\n").doesNotContain("NaN");
    }

    @Test
    void theTableHasABlockForEachClassAndARowForEachPredictor() {
        List<String> lines = REPORT.toTable().lines().toList();

        assertThat(lines)
                .filteredOn(line -> line.contains("gain mean [95 %]"))
                .extracting(line -> line.substring(0, 34).strip())
                .containsExactly("all", "galaxy", "nebula", "not alone in its group");
        assertThat(lines).filteredOn(line -> line.startsWith("  light ")).hasSize(5);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("  light "))
                .first()
                .asString()
                .contains("22.00", "+2.00 [", "0.9000", " -");
        assertThat(lines)
                .as("beyond the error")
                .filteredOn(line -> line.startsWith("  light "))
                .last()
                .asString()
                .contains("+0.1000", "NaN NaN");
        assertThat(lines).last().asString().contains("centre crops of 224 px");
    }
}
