package io.astrochrome.imaging.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.compose.KnownColours;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenanceTest {
    private static final String SHA = "ab".repeat(32);

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"softwareVersion", "modelId", "modelName", "sourceFile", "sourceSha256", "stretch"})
    void isNoneWithoutWhatItMustSay(String missing) {
        for (String nothing : new String[] {"", "  "}) {
            assertThatThrownBy(() -> new Provenance(
                            missing.equals("softwareVersion") ? nothing : "1",
                            missing.equals("modelId") ? nothing : SHA,
                            missing.equals("modelName") ? nothing : "unet",
                            missing.equals("sourceFile") ? nothing : "a.fits",
                            missing.equals("sourceSha256") ? nothing : SHA,
                            null,
                            missing.equals("stretch") ? nothing : "none",
                            Map.of(),
                            null))
                    .hasMessage(missing + " must not be blank");
        }
    }

    @Test
    void saysInWordsThatColoursAreAModels() {
        assertThat(ColourSentence.of(TestPictures.PROVENANCE))
                .startsWith("The colours of this picture are synthetic: the model test-unet (SHA-256 " + SHA + ")")
                .contains("predicted them from the lightness of m31_L_0001.fits;")
                .endsWith("(stretch: midtone-linked). Made by Astrochrome 0.1.0.");
        Provenance steered =
                new Provenance("1", SHA, "unet", "a.fits", SHA, null, "none", Map.of(), "the palette of b.png");
        assertThat(ColourSentence.of(steered)).contains("of a.fits, steered by the palette of b.png; the lightness");
    }

    @Test
    void itsParametersAreInTheOrderOfTheirNames() {
        assertThat(ColourKeywords.parameters(Map.of("white", 2.0, "black", 0.125, "midtones", 1e-5)))
                .isEqualTo("black=0.125 midtones=1.0E-5 white=2.0");
        assertThat(ColourKeywords.parameters(Map.of())).isEmpty();
    }

    @Test
    void itsKeywordsAreAllAmongThoseThatAreKnownAgain() {
        List<String> cards = ColourKeywords.of(TestPictures.PROVENANCE);
        assertThat(cards.get(0)).startsWith(ColourKeywords.SYNTHETIC_CARD + "T");
        assertThat(cards.stream().map(FitsCard::keyword))
                .allMatch(keyword ->
                        ColourKeywords.ALL.contains(keyword) || keyword.equals("HISTORY") || keyword.equals("CONTINUE"))
                .contains("ACMODEL", "ACMODSHA", "ACSTRTCH", "ACSTRPAR", "ACSRC", "ACSRCSHA", "ACVERS");
        assertThat(CarriedCards.of(cards).stream().map(FitsCard::keyword)).containsOnly("HISTORY");
    }

    @Test
    void equalOnesAreEqualPackets() {
        byte[] packet = XmpPacket.of(TestPictures.PROVENANCE);
        assertThat(XmpPacket.of(TestPictures.PROVENANCE)).isEqualTo(packet);
        assertThat(new String(packet, StandardCharsets.UTF_8))
                .contains("compositeWithTrainedAlgorithmicMedia", "M 31", "m31_L_0001.fits", "Pseudocolor");
    }

    @ParameterizedTest
    @EnumSource(RowOrder.class)
    void aMasksPercentsAreAHundredAtEveryPlace(RowOrder order) {
        int width = 3;
        int height = 2;
        float[] measured = {0, 0.25f, 1, 0.335f, Float.NaN, 2};
        float[] physics = {0, 0.5f, 1, 0.666f, 0.5f, -1};
        KnownColours known = new KnownColours(
                new LabImage(width, height, new float[6], new float[6], new float[6]), measured, physics);
        ByteBuffer mask = ColourMask.of(known, order);
        assertThat(mask.remaining()).isEqualTo(2 * FitsHeader.BLOCK);
        int[] expectedMeasured = {0, 25, 100, 34, 0, 100};
        int[] expectedPhysics = {0, 50, 0, 66, 50, 0};
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = FitsHeader.BLOCK + order.fileRow(y, height) * width + x;
                assertThat(mask.get(at)).isEqualTo((byte) expectedMeasured[y * width + x]);
                assertThat(mask.get(at + 6)).isEqualTo((byte) expectedPhysics[y * width + x]);
                assertThat(mask.get(at) + mask.get(at + 6) + mask.get(at + 12)).isEqualTo(100);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
    @CsvSource({
        "15, 0.9, 1, 2",
        "65501, 0.9, 1, 2",
        "2048, 0, 1, 2",
        "2048, 1.1, 1, 2",
        "2048, NaN, 1, 2",
        "2048, 0.9, 0, 2",
        "2048, 0.9, 10, 2",
        "2048, 0.9, 1, 0",
        "2048, 0.9, 1, 65"
    })
    void settingsThatCannotBeAreNone(int side, float quality, int level, int threads) {
        assertThatThrownBy(() -> new PictureSettings(side, quality, level, threads))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be ");
    }

    @Test
    void settingsTakeNoMoreThreadsThanAreOfUse() {
        assertThat(PictureSettings.DEFAULT.withThreads(8)).isEqualTo(new PictureSettings(2048, 0.9f, 1, 8));
        assertThat(PictureSettings.DEFAULT.withThreads(1000).threads()).isEqualTo(64);
        assertThatThrownBy(() -> PictureSettings.DEFAULT.withThreads(0)).hasMessageContaining("threads");
    }
}
