package io.astrochrome.imaging.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitsPlaneTest {
    private static final int START = 2880;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("plane.fits");
    }

    @ParameterizedTest(name = "{0}, {1} x {2} px, {3} rows at once")
    @CsvSource({
        "TOP_DOWN, 7, 5, 2",
        "BOTTOM_UP, 7, 5, 2",
        "BOTTOM_UP, 7, 5, 5",
        "BOTTOM_UP, 1, 1, 1",
        "TOP_DOWN, 100000, 7, 7",
        "BOTTOM_UP, 100000, 7, 7",
        "BOTTOM_UP, 300000, 3, 2"
    })
    void everyRowIsWhereItsOrderHasIt(RowOrder order, int width, int height, int rowsAtOnce) throws IOException {
        short[] samples = samples(width * height);
        try (FileChannel channel = open()) {
            FitsPlane plane = new FitsPlane(channel, START, width, height, order);
            for (int first = 0; first < height; first += rowsAtOnce) {
                int rows = Math.min(rowsAtOnce, height - first);
                plane.write(first, rows, Arrays.copyOfRange(samples, first * width, (first + rows) * width));
            }
            short[] read = new short[width * height];
            plane.read(0, height, read);
            assertThat(read).isEqualTo(samples);
            short[] last = new short[width];
            plane.read(height - 1, 1, last);
            assertThat(last).isEqualTo(Arrays.copyOfRange(samples, (height - 1) * width, height * width));
        }
        ByteBuffer stored = ByteBuffer.wrap(Files.readAllBytes(file)).position(START);
        for (int row = 0; row < height; row++) {
            int y = order == RowOrder.TOP_DOWN ? row : height - 1 - row;
            for (int x = 0; x < width; x++) {
                assertThat(stored.getShort() + 32_768).isEqualTo(Short.toUnsignedInt(samples[y * width + x]));
            }
        }
        assertThat(stored.hasRemaining()).isFalse();
    }

    @Test
    void aFileThatEndsInsideItsSamplesIsTold() throws IOException {
        Files.write(file, new byte[START + 2 * 7 * 5 - 1]);
        try (FileChannel channel = open()) {
            FitsPlane plane = new FitsPlane(channel, START, 7, 5, RowOrder.TOP_DOWN);
            plane.read(0, 4, new short[28]);
            assertThatThrownBy(() -> plane.read(4, 1, new short[7])).hasMessage("the file ends inside its samples");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ROWORDER= 'TOP-DOWN', TOP_DOWN",
        "ROWORDER= 'top down', TOP_DOWN",
        "ROWORDER= 'TOPDOWN ' / from the top, TOP_DOWN",
        "ROWORDER= 'BOTTOM-UP', BOTTOM_UP",
        "ROWORDER= 'BOTTOM-UP' / not TOP-DOWN, BOTTOM_UP",
        "ROWORDER= '', BOTTOM_UP",
        "COMMENT ROWORDER TOP-DOWN, BOTTOM_UP"
    })
    void theHeaderSaysWhichWayUpItIs(String card, RowOrder order) {
        assertThat(RowOrder.of(List.of("OBJECT  = 'M 31'", FitsCard.card(card))))
                .isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource(RowOrder.class)
    void eachRowHasOneOfTheFiles(RowOrder order) {
        assertThat(order.fileRow(0, 9)).isEqualTo(order == RowOrder.TOP_DOWN ? 0 : 8);
        for (int y = 0; y < 9; y++) {
            assertThat(order.fileRow(order.fileRow(y, 9), 9)).isEqualTo(y);
        }
    }

    @ParameterizedTest(name = "{0} cards")
    @ValueSource(ints = {0, 30, 35, 36, 80})
    void aHeaderIsReadBackAndTheDataStandBehindIt(int count) throws IOException {
        List<String> cards = FitsHeader.unsignedShort(70_000, 5);
        for (int i = cards.size(); i < count; i++) {
            cards.add(FitsCard.number("KEY" + i, i, ""));
        }
        ByteBuffer bytes = FitsHeader.bytes(cards);
        assertThat(bytes.remaining() % FitsHeader.BLOCK).isZero();
        assertThat(bytes.remaining()).isEqualTo(((cards.size() + 1) * 80 + 2879) / 2880 * 2880);
        int length = bytes.remaining();
        try (FileChannel channel = open()) {
            channel.write(bytes);
        }
        try (FileChannel channel = open()) {
            assertThat(FitsHeader.read(channel)).isEqualTo(cards);
            assertThat(channel.position()).isEqualTo(length);
        }
        assertThat(FitsHeader.number(cards, "NAXIS1")).isEqualTo(70_000);
        assertThat(FitsHeader.number(cards, "BZERO")).isEqualTo(32_768);
        assertThatThrownBy(() -> FitsHeader.number(cards, "NAXIS3")).hasMessage("the header has no NAXIS3");
        assertThatThrownBy(() -> FitsHeader.number(cards, "SIMPLE")).hasMessage("SIMPLE must be a whole number");
    }

    @Test
    void aHeaderThatDoesNotEndIsNone() throws IOException {
        Files.writeString(file, " ".repeat(5000), StandardCharsets.US_ASCII);
        try (FileChannel channel = open()) {
            assertThatThrownBy(() -> FitsHeader.read(channel)).hasMessage("the file ends inside its header");
        }
        Files.write(file, new byte[4 << 20]);
        try (FileChannel channel = open()) {
            assertThatThrownBy(() -> FitsHeader.read(channel)).hasMessageContaining("no END within");
        }
    }

    @ParameterizedTest(name = "{0} bytes want {1} more")
    @CsvSource({"0, 0", "1, 2879", "2879, 1", "2880, 0", "2881, 2879", "86400000001, 2879"})
    void everythingIsPaddedToWholeBlocks(long bytes, int padding) {
        assertThat(FitsHeader.padding(bytes)).isEqualTo(padding);
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static short[] samples(int count) {
        Random random = new Random(1);
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) random.nextInt(65_536);
        }
        return samples;
    }
}
