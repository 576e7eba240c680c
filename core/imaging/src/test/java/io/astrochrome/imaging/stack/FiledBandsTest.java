package io.astrochrome.imaging.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.register.Pose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiledBandsTest {
    private static final int WIDTH = 20;
    private static final int HEIGHT = 40;
    private static final double SKY = 800;
    private static final int HEADER = 16;

    private final BandScratch scratch = new BandScratch();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("night").resolve("a.stack");
    }

    @Test
    void isAsLargeAsItWasSaidToBeWithAHeaderAndItsWeights() throws IOException {
        RunningStack stack = stack(3);
        long weights = 3 * 2 * Float.BYTES;
        assertThat(Files.size(file)).isEqualTo(HEADER + RunningStack.bytes(WIDTH, HEIGHT) + weights);
        assertThat(RunningStack.bytes(60_000, 60_000))
                .as("more than an int counts")
                .isEqualTo(136_800_000_000L);
        FiledBands.Header header = FiledBands.header(file);
        assertThat(header.width()).isEqualTo(WIDTH);
        assertThat(header.height()).isEqualTo(HEIGHT);
        assertThat(header.subs().count()).isEqualTo(stack.subs()).isEqualTo(3);
    }

    @Test
    void isNotThereBeforeItsFirstSub() {
        RunningStack stack = RunningStack.inFile(file, WIDTH, HEIGHT, scratch);
        assertThat(stack.mean(SKY).values()).containsOnly(Float.NaN);
        assertThat(stack.coverage()).containsOnly((short) 0);
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> stack.keepAs(folder.resolve("kept")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be kept");
    }

    @Test
    void aSubThatIsRefusedChangesNothing() throws IOException {
        RunningStack stack = stack(2);
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> stack.add(sub(9), Scaling.IDENTITY, -1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(stack.subs()).isEqualTo(2);
    }

    @Test
    void openedAgainItIsWhatItWas() throws IOException {
        RunningStack stack = stack(6);
        RunningStack opened = RunningStack.open(file, new BandScratch());
        assertThat(opened.subs()).isEqualTo(6);
        assertThat(opened.mean(SKY).values()).isEqualTo(stack.mean(SKY).values());
        assertThat(opened.coverage()).isEqualTo(stack.coverage());
        assertThat(opened.mean(SKY).width()).isEqualTo(WIDTH);
    }

    @Test
    void whatIsKeptStaysAsItWasHoweverManySubsFollow() throws IOException {
        RunningStack stack = stack(3);
        Path kept = folder.resolve("kept.stack");
        stack.keepAs(kept);
        byte[] before = Files.readAllBytes(kept);
        assertThat(before).isEqualTo(Files.readAllBytes(file));
        for (int i = 3; i < 8; i++) {
            stack.add(sub(i), Scaling.IDENTITY, 1, 10);
        }
        assertThat(Files.readAllBytes(kept)).isEqualTo(before);
        assertThat(stack.subs()).isEqualTo(8);
        assertThat(RunningStack.open(file, scratch).mean(SKY).values())
                .isEqualTo(stack(8).mean(SKY).values());
    }

    @Test
    void mayBeKeptAgainAndAgain() throws IOException {
        RunningStack stack = stack(1);
        for (int i = 1; i < 4; i++) {
            stack.keepAs(folder.resolve("kept" + i));
            stack.add(sub(i), Scaling.IDENTITY, 1, 10);
        }
        for (int i = 1; i < 4; i++) {
            assertThat(RunningStack.open(folder.resolve("kept" + i), scratch).subs())
                    .isEqualTo(i);
        }
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.next");
    }

    @Test
    void whatACrashLeftBesideItIsWrittenOver() throws IOException {
        RunningStack stack = stack(2);
        stack.keepAs(folder.resolve("kept"));
        Files.write(file.resolveSibling("a.stack.next"), new byte[100_000]);
        stack.add(sub(2), Scaling.IDENTITY, 1, 10);
        assertThat(RunningStack.open(file, scratch).mean(SKY).values())
                .isEqualTo(stack(3).mean(SKY).values());
    }

    @Test
    void anotherFileIsNotTheirsToTake() throws IOException {
        RunningStack stack = stack(1);
        Path other = Files.writeString(folder.resolve("other"), "another one's");
        assertThatThrownBy(() -> stack.keepAs(other))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be kept");
        assertThat(other).hasContent("another one's");
    }

    @Test
    void noFileIsNoStack() {
        assertThatThrownBy(() -> RunningStack.open(file, scratch)).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest(name = "{0} bytes of it")
    @CsvSource({"0", "1", "15", "16", "17", "1000", "30000"})
    void whatIsCutOffIsNotTakenUp(int length) throws IOException {
        stack(2);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        assertThatThrownBy(() -> RunningStack.open(file, scratch))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut off");
    }

    @ParameterizedTest(name = "{1} for number {0}")
    @CsvSource({
        "0, 0",
        "0, 1095975730",
        "1, 0",
        "1, -1",
        "2, 0",
        "2, -2147483648",
        "3, 0",
        "3, -1",
        "3, 32768",
        "3, 2147483647"
    })
    void aHeaderThatCannotBeIsNoStacks(int number, int value) throws IOException {
        stack(2);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(number * Integer.BYTES, value);
        Files.write(file, bytes);
        assertThatThrownBy(() -> RunningStack.open(file, scratch))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no stack of this version");
    }

    @ParameterizedTest(name = "{0} x {1} px with {2} subs")
    @CsvSource({"2147483647, 2147483647, 2", "2147483647, 1, 1", "20, 2000000, 2", "20, 40, 32767"})
    void aHeaderThatClaimsMoreThanThereIsTakesNoMemory(int width, int height, int subs) throws IOException {
        stack(2);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(4, width).putInt(8, height).putInt(12, subs);
        Files.write(file, bytes);
        assertThatThrownBy(() -> RunningStack.open(file, scratch)).isInstanceOf(IOException.class);
    }

    @Test
    void aFileThatGoesWhileItIsUsedIsTold() throws IOException {
        RunningStack stack = stack(2);
        Files.delete(file);
        assertThatThrownBy(() -> stack.mean(SKY))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void stacksOfSeveralSizesShareTheirScratch() {
        RunningStack one = RunningStack.inFile(folder.resolve("one"), 20, 40, scratch);
        RunningStack other = RunningStack.inFile(folder.resolve("other"), 12, 70, scratch);
        RunningStack held = new RunningStack(12, 70);
        for (int i = 0; i < 5; i++) {
            one.add(sub(i), Scaling.IDENTITY, 1, 10);
            other.add(sub(i), Scaling.IDENTITY, 1, 10);
            held.add(sub(i), Scaling.IDENTITY, 1, 10);
        }
        assertThat(other.mean(SKY).values()).isEqualTo(held.mean(SKY).values());
        assertThatCode(() -> one.mean(SKY)).doesNotThrowAnyException();
    }

    private RunningStack stack(int subs) throws IOException {
        Files.deleteIfExists(file);
        RunningStack stack = RunningStack.inFile(file, WIDTH, HEIGHT, scratch);
        for (int i = 0; i < subs; i++) {
            stack.add(sub(i), Scaling.IDENTITY, 1, 10);
        }
        return stack;
    }

    private static PoseSampler sub(int seed) {
        Random random = new Random(seed);
        float[] values = new float[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (SKY + 10 * random.nextGaussian() + (random.nextInt(50) == 0 ? 2000 : 0));
        }
        return new PoseSampler(new LinearPlane(WIDTH, HEIGHT, values), Pose.IDENTITY);
    }
}
