package io.astrochrome.metrics.observatory.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.metrics.observatory.pictures.ByteRange.Wish;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
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
}
