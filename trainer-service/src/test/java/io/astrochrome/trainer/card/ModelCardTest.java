package io.astrochrome.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.Purpose;
import io.astrochrome.trainer.data.DatasetManifest;
import io.astrochrome.trainer.data.ManifestEntry;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.evaluate.predict.Chroma;
import io.astrochrome.trainer.evaluate.predict.ChromaPredictor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {
    private static final TrainingHistory UNKNOWN = new TrainingHistory(null, List.of());

    @TempDir
    private Path folder;

    private PictureSet pictures;

    @BeforeEach
    void picturesAreThere() throws IOException {
        pictures = Pictures.fill(new TensorStore(folder), 0, 6);
    }

    private static Credits credits(String... licences) {
        List<ManifestEntry> entries = new ArrayList<>();
        for (String licence : licences) {
            entries.add(new ManifestEntry(entries.size() + ".png", Purpose.TRAIN, "", "", "", licence, "somebody", ""));
        }
        return new Credits(new DatasetManifest(entries));
    }

    private String card(String licence, Credits credits, double share) {
        return card(licence, credits, new Reports.Share("light", share));
    }

    private String card(String licence, Credits credits, ChromaPredictor light) {
        return new ModelCard(
                        Reports.facts("light", licence),
                        credits,
                        UNKNOWN,
                        Reports.measured(pictures, new Reports.Share("grey", 0), light))
                .toMarkdown();
    }

    /** Nearly right on some pictures of each class, and of the opposite colour on others. */
    private record Fickle(String name) implements ChromaPredictor {
        @Override
        public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
            boolean wrong = picture.name().matches("picture-[23].png");
            return new Reports.Share(name, wrong ? -0.5 : 0.9).predict(picture, crop);
        }
    }

    private static String section(String card, String head) {
        int from = card.indexOf("\n## " + head + "\n");
        int to = card.indexOf("\n## ", from + 1);
        return card.substring(from, to < 0 ? card.length() : to);
    }

    @Test
    void theSectionsComeInTheOrderOfModelCards() {
        assertThat(card("CC0", credits("CC0"), 0.9).lines().filter(line -> line.startsWith("#")))
                .containsExactly(
                        "# Model card: light",
                        "## Intended use",
                        "## Data",
                        "## Licence",
                        "## Training",
                        "## Figures",
                        "## Checks",
                        "## Known failures");
    }

    @Test
    void theDataSaysHowManyPicturesThereAreOnBothSides() {
        String data = section(card("CC0", credits("CC0", "CC BY 4.0", "public domain"), 0.9), "Data");

        assertThat(data)
                .contains("3 colour pictures to learn from (data hash `0123456789ab`), 6 others to measure with")
                .contains("| public domain | 2 |", "| Creative Commons Attribution | 1 |");
    }

    @Test
    void shareAlikePicturesAreToldOfAndWhetherTheLicenceHeedsThem() {
        Credits shareAlike = credits("CC BY-SA 4.0", "CC0");

        assertThat(section(card("CC-BY-SA-4.0", shareAlike, 0.9), "Licence"))
                .contains("1 of the pictures are under a share-alike licence")
                .contains("the weights are offered under that licence");
        assertThat(section(card("CC-BY-4.0", shareAlike, 0.9), "Licence")).contains("The line above leaves that out");
        assertThat(section(card("CC-BY-4.0", credits("CC0"), 0.9), "Licence")).doesNotContain("share-alike");
    }

    @Test
    void whatIsBetterThanGreyFailsOnNoClass() {
        assertThat(section(card("CC0", credits("CC0"), 0.9), "Known failures"))
                .contains("- Worse than grey on: no class.\n")
                .contains("- Not shown to be better than grey on: no class.\n")
                .contains("times as strong as the published ones: about as strong.");
    }

    @Test
    void whatIsWorseThanGreySaysOnWhatAndByHowMuch() {
        String failures = section(card("CC0", credits("CC0"), -0.5), "Known failures");

        assertThat(failures).contains("- Worse than grey on: galaxy, nebula.\n");
        List<Double> gains = failures.lines()
                .filter(line -> line.startsWith("  `picture-"))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' '))))
                .toList();
        assertThat(gains)
                .as("five of six, the worst first")
                .hasSize(5)
                .isSorted()
                .allMatch(gain -> gain < 0);
    }

    @Test
    void whatIsSometimesBetterAndSometimesWorseIsNotShownToBeBetter() {
        assertThat(section(card("CC0", credits("CC0"), new Fickle("light")), "Known failures"))
                .contains("- Worse than grey on: no class.\n")
                .contains("- Not shown to be better than grey on: galaxy, nebula.\n");
    }

    @Test
    void coloursThatAreTooFaintAreCalledPale() {
        assertThat(section(card("CC0", credits("CC0"), 0.3), "Known failures"))
                .contains("times as strong as the published ones: paler, as a mean over what could be.");
    }

    @Test
    void coloursThatAreTooStrongAreCalledThat() {
        assertThat(section(card("CC0", credits("CC0"), 1.5), "Known failures"))
                .contains("times as strong as the published ones: stronger than they should be.");
    }

    @Test
    void checksAreMetOrMissedByWhatWasMeasured() {
        assertThat(section(card("CC0", credits("CC0"), 1), "Checks"))
                .contains("| light: SSIM less grey's | not under 0 | +0.")
                .contains("| light: 32 px against 64 px, dE2000 | under 3 |  | **missed** |")
                .as("the published pictures' own sky is tinted")
                .containsPattern(
                        "\\| light: tint of black sky \\| under 1.5 \\| \\d+.\\d\\d \\| \\*\\*missed\\*\\* \\|");
        assertThat(section(card("CC0", credits("CC0"), 0), "Checks"))
                .contains("| light: SSIM less grey's | not under 0 | ")
                .contains("| light: tint of black sky | under 1.5 | 0.00 | met |")
                .doesNotContain("| grey: ");
    }
}
