package io.astrochrome.imaging.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandsTest {
    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {0, 1, 31, 32, 33, 64, 100})
    void everyRowIsWorkedOnOnce(int height) {
        AtomicIntegerArray seen = new AtomicIntegerArray(height);
        Bands.forEach(height, (from, to) -> {
            assertThat(from % Bands.ROWS).isZero();
            assertThat(to - from).isBetween(1, Bands.ROWS);
            for (int row = from; row < to; row++) {
                seen.incrementAndGet(row);
            }
        });
        for (int row = 0; row < height; row++) {
            assertThat(seen.get(row)).as("row %d", row).isEqualTo(1);
        }
    }

    @Test
    void heldOnesAreAsLargeAsTheirRows() {
        HeldBands bands = new HeldBands(10, 70);
        AtomicIntegerArray pixels = new AtomicIntegerArray(70);
        bands.look((band, from) -> pixels.set(from, band.pixels()));
        assertThat(pixels.get(0)).isEqualTo(320);
        assertThat(pixels.get(32)).isEqualTo(320);
        assertThat(pixels.get(64)).isEqualTo(60);
    }

    @Test
    void whatIsLentHasTheSizeThatWasAskedForAndRoomForItsBytes() {
        BandScratch scratch = new BandScratch();
        scratch.lend(60, 320, lent -> {
            assertThat(lent.band().pixels()).isEqualTo(60);
            assertThat(lent.bytes().remaining()).isEqualTo(60 * StackBand.BYTES_OF_A_PIXEL);
            assertThat(lent.bytes().position()).isZero();
        });
        scratch.lend(320, 320, lent -> {
            assertThat(lent.band().pixels()).isEqualTo(320);
            assertThat(lent.bytes().remaining()).isEqualTo(320 * StackBand.BYTES_OF_A_PIXEL);
        });
    }

    @Test
    void isLentAgainWhenItIsFreeAndNotBefore() {
        BandScratch scratch = new BandScratch();
        List<StackBand> bands = new ArrayList<>();
        scratch.lend(32, 32, lent -> {
            bands.add(lent.band());
            scratch.lend(32, 32, other -> bands.add(other.band()));
        });
        scratch.lend(32, 32, lent -> bands.add(lent.band()));
        assertThat(bands.get(1)).isNotSameAs(bands.get(0));
        assertThat(bands.get(2)).isIn(bands.get(0), bands.get(1));
    }

    @Test
    void comesBackFromWorkThatFails() {
        BandScratch scratch = new BandScratch();
        List<StackBand> bands = new ArrayList<>();
        assertThatThrownBy(() -> scratch.lend(32, 32, lent -> {
                    bands.add(lent.band());
                    throw new IllegalStateException("it fails");
                }))
                .hasMessage("it fails");
        scratch.lend(32, 32, lent -> bands.add(lent.band()));
        assertThat(bands.get(1)).isSameAs(bands.get(0));
    }

    @Test
    void stacksOfAnotherSizeGetTheirOwn() {
        BandScratch scratch = new BandScratch();
        scratch.lend(32, 32, lent -> assertThat(lent.band().pixels()).isEqualTo(32));
        scratch.lend(64, 64, lent -> {
            assertThat(lent.band().pixels()).isEqualTo(64);
            assertThat(lent.bytes().capacity()).isEqualTo(64 * StackBand.BYTES_OF_A_PIXEL);
        });
    }
}
