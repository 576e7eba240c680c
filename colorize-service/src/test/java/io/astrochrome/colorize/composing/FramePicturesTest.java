package io.astrochrome.colorize.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.colorize.stream.TestFrame;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.compose.KnownColours;
import io.astrochrome.imaging.write.MeasuredColours;
import io.astrochrome.imaging.write.PictureSettings;
import io.astrochrome.imaging.write.PictureTargets;
import io.astrochrome.imaging.write.Provenance;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.testkit.StreamServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramePicturesTest {
    private static StreamServers servers;
    private static MinioObjectStore store;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void start() {
        servers = StreamServers.start();
        store = new MinioObjectStore(servers.storeSettings());
    }

    @AfterAll
    static void stop() {
        store.close();
        servers.close();
    }

    private FramePictures pictures() {
        return new FramePictures(PictureSettings.DEFAULT, new PixelPermits(1), scratch);
    }

    /** Colours of a stack: every filter's light was measured, on a coarser grid than the luminance's. */
    private static Painting stack(TestFrame frame, int width, int height) {
        float[] lStar = new float[48 * 32];
        float[] a = lStar.clone();
        float[] b = lStar.clone();
        Arrays.fill(lStar, 40);
        Arrays.fill(a, 20);
        Arrays.fill(b, -10);
        return new Painting(
                frame.tensor().luminance(),
                width,
                height,
                true,
                new LabImage(48, 32, lStar, a, b),
                null,
                new Provenance(
                        SoftwareVersion.CURRENT,
                        null,
                        null,
                        "21 exposures of " + frame.target(),
                        frame.id(),
                        frame.target(),
                        "midtone-linked",
                        Map.of(),
                        null,
                        new MeasuredColours("hoo", Map.of("Ha", 21), Map.of("Ha", 2100.0), 1, 0, 0, 0)));
    }

    private boolean scratchIsEmpty() throws IOException {
        try (Stream<Path> left = Files.list(scratch)) {
            return left.findAny().isEmpty();
        }
    }

    @Test
    void storesAPictureWhoseColoursWereMeasuredOnAGridOfTheirOwnByNoModel() throws Exception {
        TestFrame frame = TestFrame.live(store, "IC 1396", 1, 192, 128);

        StoredPictures stored = pictures().store(stack(frame, 192, 128), store, extension -> "stacks/x." + extension);

        assertThat(stored.pictures().png().key()).isEqualTo("stacks/x.png");
        assertThat(stored.millis()).containsOnlyKeys("fetch", "compose", "store");
        FramePicture png = FramePicture.read(store, stored.pictures().png());
        png.assertSixteenBits();
        png.assertLightnessOf(frame.luminance());
        assertThat(png.meanChroma()).isBetween(15.0, 23.0);
        String fits = new String(store.fetch(stored.pictures().fits()), StandardCharsets.ISO_8859_1);
        assertThat(fits)
                .as("measured, so not synthetic")
                .doesNotContain("ACMODEL")
                .contains("FOCALLEN");
        assertThat(store.stat(stored.pictures().preview().key())).isPresent();
        assertThat(scratchIsEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"target, 1", "like:aa, 1", "natural, 0", ", 0"})
    void saysWhatANetworkColouredAfterAnotherPicture(String palette, int reference) throws IOException {
        LabImage red = new LabImage(2, 2, new float[] {20, 50, 70, 80}, new float[] {40, 40, 40, 40}, new float[4]);
        float[] half = {0.5f, 0.5f, 0.5f, 0.5f};
        TestFrame frame =
                TestFrame.live(store, "IC 1396", 3, 192, 128).stacked(store, new KnownColours(red, half, new float[4]));
        float[] chroma = new float[frame.tensor().lightness().length];

        Provenance provenance = Painting.of(
                        new ColouredFrame(frame.tensor(), frame.id(), "m", "CPU", palette, chroma, chroma, 1), store)
                .provenance();

        double rest = frame.tensor().stack().guessed();
        assertThat(rest).isPositive();
        assertThat(provenance.measured().reference()).isEqualTo(reference * rest);
        assertThat(provenance.measured().guessed()).isEqualTo((1 - reference) * rest);
        assertThat(provenance.isSynthetic()).isTrue();
    }

    @Test
    void givesTheSameBytesWhereverTheyGo() throws Exception {
        TestFrame frame = TestFrame.live(store, "IC 1396", 2, 192, 128);
        Painting painting = stack(frame, 192, 128);
        Path png = scratch.resolve("own.png");

        pictures().paint(painting, store, new PictureTargets(png, null, null));

        StoredPictures stored = pictures().store(painting, store, extension -> "stacks/same." + extension);
        assertThat(png).hasBinaryContent(store.fetch(stored.pictures().png()));
    }

    @Test
    void refusesALuminanceOfAnotherSizeAndLeavesNothing() throws IOException {
        TestFrame frame = TestFrame.live(store, "IC 1396", 3, 192, 128);

        assertThatThrownBy(() -> pictures().store(stack(frame, 96, 64), store, extension -> "stacks/no." + extension))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("192 x 128")
                .hasMessageContaining("96 x 64");
        assertThat(store.stat("stacks/no.png")).isEmpty();
        assertThat(scratchIsEmpty()).isTrue();
    }
}
