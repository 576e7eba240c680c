package io.astrochrome.metrics.observatory.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.metrics.observatory.pictures.ByteRange.Wish;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({"bytes=0-9,0,10", "bytes=90-,90,10", "bytes=-5,95,5", "bytes=-500,0,100", "bytes=10-1000,10,90"})
    void readsWhatTheStandardNames(String header, long first, long length) {
        assertThat(ByteRange.wish(header, 100)).isEqualTo(new Wish.Part(new ByteRange(first, length)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=-", "bytes=5-1", "bytes=0-1,4-5", "lines=1-2", "bytes=99999999999999999999-"})
    void answersWhatItDoesNotKnowWithTheWhole(String header) {
        assertThat(ByteRange.wish(header, 100)).isEqualTo(new Wish.Whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=-0"})
    void saysWhenThereIsNothing(String header) {
        assertThat(ByteRange.wish(header, 100)).isEqualTo(new Wish.Unsatisfiable());
    }

    @Property
    void staysWithinTheWhole(
            @ForAll @LongRange(min = 0, max = 300) long from,
            @ForAll @LongRange(min = 0, max = 300) long to,
            @ForAll @LongRange(min = 1, max = 200) long size) {
        if (ByteRange.wish("bytes=" + from + "-" + to, size) instanceof Wish.Part part) {
            assertThat(part.range().first()).isBetween(0L, size - 1);
            assertThat(part.range().length()).isBetween(1L, size - part.range().first());
        }
    }

    /** Against the standard's own words, byte by byte. */
    @Property
    void givesTheBytesThatAreAskedForAndNoOthers(
            @ForAll @LongRange(min = 0, max = 30) long from,
            @ForAll @LongRange(min = 0, max = 30) long to,
            @ForAll @LongRange(min = 1, max = 20) long size) {
        Set<Long> between = new TreeSet<>();
        Set<Long> onwards = new TreeSet<>();
        Set<Long> last = new TreeSet<>();
        for (long i = 0; i < size; i++) {
            if (i >= from && i <= to) {
                between.add(i);
            }
            if (i >= from) {
                onwards.add(i);
            }
            if (size - i <= to) {
                last.add(i);
            }
        }

        if (from <= to) {
            assertThat(bytes("bytes=" + from + "-" + to, size)).isEqualTo(between);
        }
        assertThat(bytes("bytes=" + from + "-", size)).isEqualTo(onwards);
        assertThat(bytes("bytes=-" + to, size)).isEqualTo(last);
    }

    private static Set<Long> bytes(String header, long size) {
        Wish wish = ByteRange.wish(header, size);
        Set<Long> bytes = new TreeSet<>();
        if (wish instanceof Wish.Part part) {
            for (long i = 0; i < part.range().length(); i++) {
                bytes.add(part.range().first() + i);
            }
        } else {
            assertThat(wish).isEqualTo(new Wish.Unsatisfiable());
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=-1", "bytes=0-0"})
    void ofNothingThereIsNoPart(String header) {
        assertThat(ByteRange.wish(header, 0)).isEqualTo(new Wish.Unsatisfiable());
    }

    @Test
    void passesOverSpacesAroundAHeaderAndTakesNoHeaderForTheWhole() {
        assertThat(ByteRange.wish(" bytes=0-9 ", 100)).isEqualTo(new Wish.Part(new ByteRange(0, 10)));
        assertThat(ByteRange.wish(null, 100)).isEqualTo(new Wish.Whole());
    }

    @Test
    void takesTheLargestNumberThatItReads() {
        assertThat(ByteRange.wish("bytes=0-999999999999999999", 100)).isEqualTo(new Wish.Part(new ByteRange(0, 100)));
        assertThat(ByteRange.wish("bytes=-999999999999999999", 100)).isEqualTo(new Wish.Part(new ByteRange(0, 100)));
    }

    @Test
    void saysWhichPartOfTheWholeItIs() {
        assertThat(new ByteRange(10, 90).of(100)).isEqualTo("bytes 10-99/100");
        assertThat(new ByteRange(0, 1).of(1)).isEqualTo("bytes 0-0/1");
    }
}
