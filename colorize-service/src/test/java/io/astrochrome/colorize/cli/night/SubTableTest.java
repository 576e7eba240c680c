package io.astrochrome.colorize.cli.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.night.SubFate;
import io.astrochrome.imaging.night.SubQuality;
import io.astrochrome.imaging.register.Pose;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubTableTest {
    private static final SubFacts HYDROGEN = new SubFacts("H-alpha 7nm", FilterRole.H_ALPHA, 300, SubFacts.Kind.LIGHT);
    private static final SubQuality SHARP = new SubQuality(80, 2.5, 1.125, 800, 12);
    private static final String HOSTILE = "a \"quoted\", two-line\nname.fits";

    @TempDir
    private Path folder;

    private final SubRow stacked = SubRow.of(
            "1.fits",
            HYDROGEN,
            new SubFate.Stacked(SHARP, Pose.similarity(2, Math.PI / 2, 3, -4), 0.25, 0.9, 0.5, "dark of 300 s"));
    private final SubRow refused =
            SubRow.of("2.fits", HYDROGEN, new SubFate.Refused(Optional.of(SHARP), "its stars are trailed"));
    private final SubRow unread = SubRow.unread(HOSTILE, "it is cut off");

    private List<CSVRecord> csv(List<SubRow> rows) throws IOException {
        SubTable.write(folder.resolve("subs.csv"), folder.resolve("subs.json"), "M 42", rows);
        try (Reader in = Files.newBufferedReader(folder.resolve("subs.csv"))) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }

    @Test
    void aStackedExposuresRowSaysWhatItIsWorthAndWhereItLies() {
        assertThat(stacked.stacked()).isTrue();
        assertThat(stacked.reason()).isNull();
        assertThat(stacked.filter()).isEqualTo("H-alpha 7nm");
        assertThat(stacked.role()).isEqualTo("Ha");
        assertThat(stacked.seconds()).isEqualTo(300.0);
        assertThat(stacked.stars()).isEqualTo(80);
        assertThat(stacked.fwhm()).isEqualTo(2.5);
        assertThat(stacked.dx()).isEqualTo(3.0);
        assertThat(stacked.dy()).isEqualTo(-4.0);
        assertThat(Math.abs(stacked.rotation())).isCloseTo(90.0, within(1e-9));
        assertThat(stacked.scale()).isCloseTo(2.0, within(1e-9));
        assertThat(stacked.weight()).isEqualTo(0.5);
    }

    @Test
    void aRefusedExposuresRowSaysWhyAndHasNoPlace() {
        assertThat(refused.stacked()).isFalse();
        assertThat(refused.reason()).isEqualTo("its stars are trailed");
        assertThat(refused.stars()).isEqualTo(80);
        assertThat(refused.dx()).isNull();
        assertThat(refused.weight()).isNull();
        assertThat(SubRow.of("3.fits", HYDROGEN, new SubFate.Refused(Optional.empty(), "it is a flat"))
                        .stars())
                .as("it was not looked at")
                .isNull();
    }

    @Test
    void theTableForSpreadsheetsHasARowForEachExposureUnderItsColumns() throws Exception {
        List<CSVRecord> rows = csv(List.of(stacked, refused, unread));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).get("file")).isEqualTo("1.fits");
        assertThat(rows.get(0).get("stacked")).isEqualTo("true");
        assertThat(rows.get(0).get("reason")).isEmpty();
        assertThat(rows.get(0).get("role")).isEqualTo("Ha");
        assertThat(rows.get(0).get("fwhm")).isEqualTo("2.5");
        assertThat(rows.get(0).get("dy")).isEqualTo("-4.0");
        assertThat(rows.get(0).get("calibration")).isEqualTo("dark of 300 s");
        assertThat(rows.get(1).get("reason")).isEqualTo("its stars are trailed");
        assertThat(rows.get(1).get("weight")).isEmpty();
        assertThat(rows.get(2).get("file")).as("whatever it is called").isEqualTo(HOSTILE);
        assertThat(rows.get(2).get("role")).isEmpty();
    }

    @Test
    void theTableForProgramsLeavesOutWhatIsNotKnown() throws Exception {
        csv(List.of(stacked, unread));

        JsonNode json = new ObjectMapper().readTree(folder.resolve("subs.json").toFile());
        assertThat(json.get("target").asText()).isEqualTo("M 42");
        assertThat(json.get("subs")).hasSize(2);
        assertThat(json.at("/subs/0/elongation").asDouble()).isEqualTo(1.125);
        assertThat(json.at("/subs/0").has("reason")).isFalse();
        assertThat(json.at("/subs/1/file").asText()).isEqualTo(HOSTILE);
        assertThat(json.at("/subs/1/stacked").asBoolean(true)).isFalse();
        assertThat(json.at("/subs/1").has("stars")).isFalse();
    }

    @Test
    void ofNoExposureThereAreTheColumnsAlone() throws Exception {
        assertThat(csv(List.of())).isEmpty();
        assertThat(Files.readString(folder.resolve("subs.csv"))).startsWith("file,stacked,reason,filter,role,seconds");
    }
}
