package io.astrochrome.colorize.stream.queue;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePositionTest {
    @Property
    void isReadAsItIsWritten(@ForAll @IntRange(min = 0) int partition, @ForAll @LongRange(min = 0) long offset) {
        SourcePosition position = new SourcePosition(partition, offset);

        assertThat(SourcePosition.of(position.text())).contains(position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "1",
                "1/",
                "/2",
                "1/2/3",
                "one/2",
                "1/two",
                " 1/2",
                "2147483648/0",
                "0/9223372036854775808"
            })
    void whatIsNoneIsNone(String text) {
        assertThat(SourcePosition.of(text)).isEmpty();
    }

    @Property
    void whateverAHeaderHoldsIsAPositionOrNone(@ForAll String text) {
        assertThat(SourcePosition.of(text))
                .satisfiesAnyOf(position -> assertThat(position).isEmpty(), position -> assertThat(text)
                        .contains("/"));
    }
}
