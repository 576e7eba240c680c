package io.astrochrome.colorize.cli.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.FrameDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightFilesTest {
    @TempDir
    private Path folder;

    private final NightFiles night = new NightFiles(new FrameDecoder(DecodeLimits.DEFAULT));

    /** A file whose header says nothing. */
    private Path silent(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "SIMPLE");
    }

    @Test
    void nameTheFolderOfAFileUnlessThatIsTheRootOfAll() {
        assertThat(NightFiles.folderName(Path.of("/night/Ha/m31.fits"))).contains("Ha");
        assertThat(NightFiles.folderName(Path.of("/m31.fits"))).isEmpty();
    }

    @Test
    void whatSaysNothingIsOfTheTargetThatItsFolderIsCalledAfter() throws Exception {
        Path andromeda = silent("M31/1.fits");
        Path orion = silent("M42/1.fits");

        NightFiles.Sorted sorted = night.sorted(List.of(orion, andromeda));

        assertThat(sorted.targets()).isEqualTo(Map.of("M31", List.of(andromeda), "M42", List.of(orion)));
        assertThat(sorted.calibration()).isEmpty();
    }

    @Test
    void aFolderOfAFilterIsOfTheTargetAboveIt() throws Exception {
        Path hydrogen = silent("M31/Ha/2.fits");
        Path oxygen = silent("M31/OIII/1.fits");

        assertThat(night.sorted(List.of(hydrogen, oxygen)).targets())
                .isEqualTo(Map.of("M31", List.of(hydrogen, oxygen)));
    }

    @Test
    void filesWithoutATimeAreInTheOrderOfTheirNames() throws Exception {
        Path third = silent("M31/c.fits");
        Path first = silent("M31/a.fits");
        Path second = silent("M31/b.fits");

        assertThat(night.sorted(List.of(third, first, second)).targets().get("M31"))
                .containsExactly(first, second, third);
    }

    @Test
    void foldersThatDifferInCaseAndBlanksAreOneTargetAsTheFirstIsSpelt() throws Exception {
        Path one = silent("NGC 7000/1.fits");
        Path two = silent("b/ngc_7000/2.fits");

        assertThat(night.sorted(List.of(one, two)).targets().keySet()).containsExactly("NGC 7000");
    }

    @Test
    void whatIsInAFolderThatIsCalledAfterCalibrationFramesCalibrates() throws Exception {
        Path dark = silent("darks/1.fits");
        Path flat = silent("M31/flats/1.fits");
        Path light = silent("M31/lights/1.fits");

        NightFiles.Sorted sorted = night.sorted(List.of(dark, light, flat));

        assertThat(sorted.calibration()).containsExactly(dark, flat);
        assertThat(sorted.targets().values()).containsExactly(List.of(light));
    }

    @Test
    void anEmptyNightHasNothing() {
        assertThat(night.sorted(List.of())).isEqualTo(new NightFiles.Sorted(Map.of(), List.of()));
    }
}
