package io.astrochrome.imaging.decode.fits;

import static org.assertj.core.api.Assertions.assertThat;

import nom.tam.fits.Header;
import nom.tam.fits.HeaderCardException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitsScalingTest {
    @Test
    void withoutWordsOfItNumbersAreWhatIsStored() {
        FitsScaling scaling = FitsScaling.of(new Header(), 16);
        assertThat(scaling.isIdentity()).isTrue();
        assertThat(scaling.physical(-7)).isEqualTo(-7);
        assertThat(scaling.isBlank(0)).isFalse();
    }

    @Test
    void physicalNumbersAreScaledAndShifted() throws HeaderCardException {
        FitsScaling scaling = FitsScaling.of(header("BSCALE", 2, "BZERO", 32_768, "BLANK", -5), 16);
        assertThat(scaling.isIdentity()).isFalse();
        assertThat(scaling.physical(10)).isEqualTo(32_788);
        assertThat(scaling.physical(-5)).isNaN();
        assertThat(scaling.missing(16)).isEqualTo(-5);
    }

    @Test
    void aScaleOfNothingIsNotBelieved() throws HeaderCardException {
        assertThat(FitsScaling.of(header("BSCALE", 0, "BZERO", 500), 16).isIdentity())
                .isTrue();
    }

    @Test
    void floatingPointHasNoBlank() throws HeaderCardException {
        FitsScaling scaling = FitsScaling.of(header("BLANK", -5), -32);
        assertThat(scaling.isBlank(-5)).isFalse();
        assertThat(scaling.missing(-32)).isNaN();
    }

    @Test
    void packedPicturesHaveABlankOfTheirOwn() throws HeaderCardException {
        assertThat(FitsScaling.of(header("ZBLANK", 9), 32).isBlank(9)).isTrue();
        FitsScaling both = FitsScaling.of(header("ZBLANK", 9, "BLANK", 7), 32);
        assertThat(both.isBlank(7)).isTrue();
        assertThat(both.isBlank(9)).isFalse();
    }

    @ParameterizedTest(name = "BITPIX {0}, scale {1}, zero {2}: {3}")
    @CsvSource({
        "16, 1, 0, 0",
        "16, 1, 32768, -32768",
        "16, 2, 100, -50",
        "16, 1, 40000, -32768",
        "16, 1, -40000, 32767",
        "8, 1, 0, 0",
        "8, 1, -100, 100",
        "8, 1, -200, 200",
        "8, 1, -300, 255",
        "8, 1, 30, 0",
        "32, 1, 2147483648, -2147483648"
    })
    void whatIsStoredOfNothingIsAsNearToZeroAsCanBe(int bitpix, double scale, double zero, double stored) {
        assertThat(new FitsScaling(scale, zero, false, 0).missing(bitpix)).isEqualTo(stored);
    }

    private static Header header(Object... keywords) throws HeaderCardException {
        Header header = new Header();
        for (int i = 0; i < keywords.length; i += 2) {
            header.addValue((String) keywords[i], ((Integer) keywords[i + 1]).longValue(), "");
        }
        return header;
    }
}
