package io.astrochrome.imaging.decode.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PngRowsTest {
    @Property(tries = 200)
    void filteredRowsComeBack(
            @ForAll @IntRange(min = 1, max = 40) int rowBytes,
            @ForAll @IntRange(min = 1, max = 8) int distance,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        byte[][] rows = new byte[9][rowBytes];
        ByteArrayOutputStream filtered = new ByteArrayOutputStream();
        byte[] above = new byte[rowBytes];
        for (byte[] row : rows) {
            random.nextBytes(row);
            int filter = random.nextInt(5);
            filtered.write(filter);
            for (int i = 0; i < rowBytes; i++) {
                int left = i < distance ? 0 : Byte.toUnsignedInt(row[i - distance]);
                int up = Byte.toUnsignedInt(above[i]);
                int corner = i < distance ? 0 : Byte.toUnsignedInt(above[i - distance]);
                int[] predicted = {0, left, up, (left + up) / 2, paeth(left, up, corner)};
                filtered.write(row[i] - predicted[filter]);
            }
            above = row;
        }
        PngRows read = new PngRows(new ByteArrayInputStream(filtered.toByteArray()), rowBytes, distance);
        for (byte[] row : rows) {
            assertThat(read.next()).isEqualTo(row);
        }
        assertThatThrownBy(read::next).isInstanceOf(EOFException.class);
    }

    /** As the PNG specification writes it. */
    private static int paeth(int a, int b, int c) {
        int p = a + b - c;
        int pa = Math.abs(p - a);
        int pb = Math.abs(p - b);
        int pc = Math.abs(p - c);
        if (pa <= pb && pa <= pc) {
            return a;
        }
        return pb <= pc ? b : c;
    }

    @Test
    void aFilterThatIsNoneIsTold() {
        PngRows rows = new PngRows(new ByteArrayInputStream(new byte[] {5, 0}), 1, 1);
        assertThatThrownBy(rows::next).hasMessage("a row has the unknown filter 5");
    }
}
