package io.astrochrome.imaging.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import nom.tam.fits.Header;
import nom.tam.util.FitsInputStream;
import org.junit.jupiter.api.Test;

class FitsCardTest {
    @Property(tries = 300)
    void anyTextIsReadBackByAnotherReader(@ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 300) String text)
            throws Exception {
        List<String> cards = FitsCard.text("ACMODEL", text, "a comment");

        assertThat(cards).allMatch(card -> card.length() == 80);
        assertThat(read(cards).getStringValue("ACMODEL")).isEqualTo(text.stripTrailing());
    }

    @Property(tries = 100)
    void quotesAtTheEndOfACardAreNotParted(
            @ForAll @CharRange(from = '&', to = '\'') @StringLength(max = 200) String text) throws Exception {
        assertThat(read(FitsCard.text("ACSRC", text, "")).getStringValue("ACSRC"))
                .isEqualTo(text);
    }

    @Test
    void historyBreaksBetweenWords() {
        List<String> cards = FitsCard.history("word ".repeat(40).trim());

        assertThat(cards).hasSizeGreaterThan(2).allMatch(card -> card.length() == 80 && card.startsWith("HISTORY "));
        assertThat(String.join(" ", cards).split("word", -1)).hasSize(41);
    }

    @Property(tries = 300)
    void historyLosesNothing(@ForAll @CharRange(from = '!', to = '~') @StringLength(max = 200) String word) {
        List<String> cards = FitsCard.history("made of " + word + " by hand");

        assertThat(cards).allMatch(card -> card.length() == 80 && card.startsWith("HISTORY   "));
        assertThat(String.join("", cards).replace("HISTORY   ", "").replace(" ", ""))
                .isEqualTo("madeof" + word + "byhand");
    }

    @Test
    void aNumberEndsWhereTheStandardHasItEnd() {
        assertThat(FitsCard.number("NAXIS1", 6248L, "px"))
                .startsWith("NAXIS1  =                 6248 / px")
                .hasSize(80);
        assertThat(FitsCard.number("ACMEASUR", 1e-7, "share")).startsWith("ACMEASUR=               1.0E-7 / share");
        assertThat(FitsCard.logical("SIMPLE", true, "")).startsWith("SIMPLE  =                    T");
        assertThat(FitsCard.logical("ACSYNTH", false, "")).startsWith("ACSYNTH =                    F");
    }

    @Test
    void aCardsKeywordIsItsFirstEightLetters() {
        assertThat(FitsCard.keyword("OBJECT  = 'M 31'")).isEqualTo("OBJECT");
        assertThat(FitsCard.keyword("DATE-OBS= 1")).isEqualTo("DATE-OBS");
        assertThat(FitsCard.keyword("END")).isEqualTo("END");
        assertThat(FitsCard.keyword("")).isEmpty();
    }

    @Test
    void whatIsNotAsciiIsReplaced() {
        assertThat(FitsCard.card("OBJECT  = 'B\u00f6rte'")).isEqualTo(FitsCard.card("OBJECT  = 'B?rte'"));
    }

    private static Header read(List<String> cards) throws Exception {
        String block = String.join("", FitsHeader.unsignedShort(1, 1)) + String.join("", cards) + FitsCard.card("END");
        String padded = block + " ".repeat(FitsHeader.padding(block.length()));
        return new Header(new FitsInputStream(new ByteArrayInputStream(padded.getBytes(StandardCharsets.US_ASCII))));
    }
}
