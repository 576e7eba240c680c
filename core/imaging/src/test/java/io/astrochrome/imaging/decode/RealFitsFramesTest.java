package io.astrochrome.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames of real telescopes, which the project does not ship. */
class RealFitsFramesTest {
    private final Path folder =
            Path.of(System.getProperty("astrochrome.shared", "absent")).resolve("data/fits");
    private final FrameDecoder decoder = new FrameDecoder(DecodeLimits.DEFAULT);

    @BeforeEach
    void needsTheFrames() {
        assumeThat(Files.isDirectory(folder))
                .as("the folder of real frames is absent")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "als_light_1069.fits, 1304, 976, 3, true",
        "dss_hd219829.fits, 141, 141, 1, true",
        "g014_afm.fits, 648, 486, 1, true",
        "gc_2mass_j.fits, 721, 720, 1, true",
        "horsehead_poss_int16.fits, 891, 893, 1, true",
        "jupiter_afm.fits, 800, 800, 3, false",
        "m67_hh.fits, 1059, 1059, 1, true",
        "moon_small_afm.fits, 616, 620, 1, false"
    })
    void decodesAndProbesAlike(String name, int width, int height, int channels, boolean linear) {
        DecodedFrame frame = decode(name);
        assertThat(frame.width()).isEqualTo(width);
        assertThat(frame.height()).isEqualTo(height);
        assertThat(frame.channels()).isEqualTo(channels);
        assertThat(frame.linear()).isEqualTo(linear);
        assertThat(decoder.probe(folder.resolve(name), name))
                .isEqualTo(new Probed(MediaType.FITS, width, height, channels, frame.object(), frame.exposedAt()));
    }

    @ParameterizedTest
    @CsvSource({"m13_tile_rice.fits", "m13_tile_gzip.fits", "m13_tile_plio.fits", "m13_tile_hcompress.fits"})
    void decompressesTilesToTheVeryNumbersOfThePlainFrame(String name) {
        DecodedFrame plain = decode("m13_int16.fits");
        DecodedFrame tiled = decode(name);
        assertThat(tiled.planes()).usingRecursiveComparison().isEqualTo(plain.planes());
        assertThat(tiled.levels()).isEqualTo(plain.levels());
    }

    @Test
    void decompressesQuantisedFloatsCloseToThePlainFrame() {
        Samples plain = decode("m13_float32.fits").plane(0);
        Samples tiled = decode("m13_float32_tile_rice.fits").plane(0);
        double worst = 0;
        for (int i = 0; i < plain.length(); i++) {
            worst = Math.max(worst, Math.abs(plain.get(i) - tiled.get(i)));
        }
        assertThat(worst).as("in units of the whole range").isLessThan(0.002);
    }

    @Test
    void knowsTheObjectAndTheTime() {
        assertThat(decode("m67_hh.fits").object()).contains("M67");
        assertThat(decode("als_light_1069.fits").object()).as("it says Unknown").isEmpty();
        assertThat(decode("als_light_1069.fits").exposedAt().map(Object::toString))
                .isEqualTo(Optional.of("2018-09-07T22:31:45.431Z"));
    }

    private DecodedFrame decode(String name) {
        DecodeOutcome outcome = decoder.decode(folder.resolve(name), name);
        assertThat(outcome).isInstanceOf(Decoded.class);
        return ((Decoded) outcome).frame();
    }
}
