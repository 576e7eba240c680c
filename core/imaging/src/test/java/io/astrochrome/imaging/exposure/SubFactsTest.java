package io.astrochrome.imaging.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import io.astrochrome.imaging.exposure.SubFacts.Kind;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.filter.FilterRole;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubFactsTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Light Frame, LIGHT",
        "LIGHT, LIGHT",
        "Master Light, LIGHT",
        "object, LIGHT",
        "SCIENCE, LIGHT",
        "Dark Frame, DARK",
        "master dark, DARK",
        "DarkFlat, DARK",
        "Flat Dark, DARK",
        "Flat Field, FLAT",
        "FLAT, FLAT",
        "SKYFLAT, FLAT",
        "Twilight Flat, FLAT",
        "TWILIGHT, FLAT",
        "Bias Frame, BIAS",
        "zero, BIAS",
        "Offset, BIAS"
    })
    void knowsWhatAnImageTypeMeans(String imageType, Kind kind) {
        assertThat(Kind.of(imageType)).contains(kind);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", " ", "tricolor", "focus", "image"})
    void anyOtherImageTypeMeansNothing(String imageType) {
        assertThat(Kind.of(imageType)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Darks, DARK", "MasterFlat, FLAT", "bias, BIAS", "offsets, BIAS", "Flat Darks, DARK", "flats_, FLAT"})
    void knowsTheFoldersOfCalibrationFrames(String folder, Kind kind) {
        assertThat(Kind.ofFolder(folder)).contains(kind);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "2024", "Darkness", "Lights", "flat darks 2 bias", "M 42"})
    void anyOtherFolderIsNone(String folder) {
        assertThat(Kind.ofFolder(folder)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "/n/x/dark_300s_001.fits, DARK",
        "/n/x/Bias-7.fit, BIAS",
        "/n/Flats/0001.fits, FLAT",
        "/n/darks/flat_1.fits, FLAT",
        "/n/flat dark/1.fits, DARK"
    })
    void aFileIsNamedAfterItsKindOrItsFolderIs(String file, Kind kind) {
        assertThat(Kind.namedBy(Path.of(file))).contains(kind);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/1.fits", "/n/lights/1.fits", "/n/x/bias dark 1.fits", "/darks/x/1.fits"})
    void otherwiseItIsNamedAfterNone(String file) {
        assertThat(Kind.namedBy(Path.of(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"FILTER", "FILTNAM", "FILTER1", "FILTER2", "FWHEEL", "CLRBAND", "FILTERID", "INSFLNAM"})
    void aFilterIsNamedByManyKeywords(String keyword) {
        SubFacts facts = facts(String.format("%-8s= 'OIII    '", keyword));
        assertThat(facts.filter()).isEqualTo("OIII");
        assertThat(facts.role()).isEqualTo(FilterRole.O_III);
    }

    @Test
    void theFirstOfTheKeywordsCounts() {
        SubFacts facts = facts("FWHEEL  = 'Red     '", "FILTER  = 'Ha      '", "EXPOSED =  7", "EXPTIME =  5");
        assertThat(facts.filter()).isEqualTo("Ha");
        assertThat(facts.seconds()).isEqualTo(5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "EXPTIME =                 300., 300",
        "EXPOSURE=               1.5E+2, 150",
        "EXPOSED =                   60, 60",
        "EXPTIME = '30 '               , 30",
        "EXPTIME =                    0, 0",
        "EXPTIME =                  -20, 0",
        "EXPTIME = 'NaN     '          , 0",
        "EXPTIME = 'Infinity'          , 0",
        "EXPTIME = 'long    '          , 0"
    })
    void tellsTheExposureOrNothingOfIt(String card, double seconds) {
        assertThat(facts(card).seconds()).isEqualTo(seconds);
    }

    @Test
    void anExposureThatIsNoNumberIsLookedForInTheNextKeyword() {
        assertThat(facts("EXPTIME = 'none    '", "EXPOSURE= 12").seconds()).isEqualTo(12);
    }

    @Test
    void aHeaderThatSaysNothingIsOfALightFrame() {
        SubFacts facts = facts();
        assertThat(facts.filter()).isEmpty();
        assertThat(facts.seconds()).isZero();
        assertThat(facts.kind()).isEqualTo(Kind.LIGHT);
        assertThat(facts("IMAGETYP= 'tricolor'").kind()).isEqualTo(Kind.LIGHT);
        assertThat(facts("IMAGETYP= 'Dark    '").kind()).isEqualTo(Kind.DARK);
    }

    @Test
    void isNamedAfterTheLikeliestNameThatMeansAFilter() {
        SubFacts facts = facts("EXPTIME = 60");
        SubFacts named = facts.orNamedAfter(FilterNames.STANDARD, List.of("M 42", "Ha", "OIII"));
        assertThat(named).isEqualTo(new SubFacts("Ha", FilterRole.H_ALPHA, 60, Kind.LIGHT));
        assertThat(facts.orNamedAfter(FilterNames.STANDARD, List.of("M 42"))).isEqualTo(facts);
        assertThat(facts.orNamedAfter(FilterNames.STANDARD, List.of())).isEqualTo(facts);
        SubFacts written = facts("FILTER  = 'Red     '");
        assertThat(written.orNamedAfter(FilterNames.STANDARD, List.of("Ha"))).isSameAs(written);
    }

    @Test
    void ofAnotherKindAllElseIsTheSame() {
        SubFacts facts = new SubFacts("Ha", FilterRole.H_ALPHA, 60, Kind.LIGHT);
        assertThat(facts.of(Kind.FLAT)).isEqualTo(new SubFacts("Ha", FilterRole.H_ALPHA, 60, Kind.FLAT));
    }

    private static SubFacts facts(String... cards) {
        DecodedFrame frame = new DecodedFrame(
                MediaType.FITS,
                1,
                1,
                true,
                SampleLevels.SIXTEEN_BITS,
                List.of(new UnsignedShortSamples(new short[1])),
                Arrays.stream(cards).map(card -> String.format("%-80s", card)).toList(),
                Optional.empty(),
                Optional.empty());
        return SubFacts.of(frame, FilterNames.STANDARD);
    }
}
