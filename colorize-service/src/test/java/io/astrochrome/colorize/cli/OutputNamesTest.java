package io.astrochrome.colorize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputNamesTest {
    private static final Path OUTPUT = Path.of("pictures").toAbsolutePath();
    private static final Path ELSEWHERE = Path.of("frames").toAbsolutePath();

    private static String next(OutputNames names, Path input) {
        return names.next(input).getFileName().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "m31.fits, m31",
        "m31.fits.fz, m31",
        "m31.FIT.GZ, m31",
        "m31.gz, m31",
        "m.31.light.tif, m.31.light",
        "m31, m31",
        ".fits, .fits",
        ".gz, .gz",
        "m31., m31."
    })
    void aPictureHasItsFramesNameLessTheExtension(String input, String name) {
        OutputNames names = new OutputNames(OUTPUT, List.of());

        assertThat(names.next(ELSEWHERE.resolve(input))).isEqualTo(OUTPUT.resolve(name));
    }

    @Test
    void framesOfTheSameNameAreNumberedWhateverTheirCase() {
        OutputNames names = new OutputNames(OUTPUT, List.of());

        assertThat(next(names, Path.of("a/m31.fits"))).isEqualTo("m31");
        assertThat(next(names, Path.of("b/m31.tif"))).isEqualTo("m31-2");
        assertThat(next(names, Path.of("c/M31.png"))).isEqualTo("M31-3");
        assertThat(next(names, Path.of("m31-2.png"))).isEqualTo("m31-2-2");
    }

    @Test
    void aFrameInTheFolderOfThePicturesIsNotOverwritten() {
        Path frame = OUTPUT.resolve("m31.fits");
        Path other = OUTPUT.resolve("m31-2.jpg");
        OutputNames names = new OutputNames(OUTPUT, List.of(frame, other));

        assertThat(next(names, frame)).isEqualTo("m31-3");
        assertThat(next(names, other)).isEqualTo("m31-2-2");
    }

    @Test
    void aFrameElsewhereOrOfAnotherKindIsNotInTheWay() {
        assertThat(next(new OutputNames(OUTPUT, List.of(ELSEWHERE.resolve("m31.fits"))), Path.of("m31.fits")))
                .isEqualTo("m31");
        assertThat(next(new OutputNames(OUTPUT, List.of(OUTPUT.resolve("m31.tif"))), OUTPUT.resolve("m31.tif")))
                .isEqualTo("m31");
    }

    @Test
    void theSheetOfAllLooksIsOneOfThePictures() {
        OutputNames names = new OutputNames(OUTPUT, List.of(OUTPUT.resolve("m31.looks.jpg")));

        assertThat(next(names, Path.of("m31.fits"))).isEqualTo("m31-2");
    }

    @Property(tries = 300)
    void noPictureOverwritesAnotherOrAFrame(@ForAll("names") List<String> frames) {
        List<Path> inputs = frames.stream().map(OUTPUT::resolve).distinct().toList();
        OutputNames names = new OutputNames(OUTPUT, inputs);
        Set<String> files = new HashSet<>();
        inputs.forEach(input -> files.add(input.getFileName().toString().toLowerCase(Locale.ROOT)));

        for (Path input : inputs) {
            String stem = next(names, input);
            for (String extension : PictureFiles.EXTENSIONS) {
                assertThat(files.add((stem + extension).toLowerCase(Locale.ROOT)))
                        .as(stem + extension)
                        .isTrue();
            }
        }
    }

    @Provide
    Arbitrary<List<String>> names() {
        Arbitrary<String> stem = Arbitraries.of("a", "A", "a-2", "a-3", "a.looks", "b");
        Arbitrary<String> extension = Arbitraries.of(".fits", ".FITS", ".fits.gz", ".png", ".jpg", ".tif", "");
        return Combinators.combine(stem, extension)
                .as((one, other) -> one + other)
                .list()
                .ofMaxSize(12);
    }
}
