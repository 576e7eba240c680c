package io.astrochrome.imaging.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.register.Pose;
import io.astrochrome.imaging.stack.PoseSampler;
import io.astrochrome.imaging.stack.RunningStack;
import io.astrochrome.imaging.stack.Scaling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackShelfTest {
    private static final int SIDE = 12;

    @TempDir
    Path temporary;

    @Test
    void filesAreThereFromTheFirstExposureOn() {
        Path folder = temporary.resolve("night");
        StackShelf shelf = StackShelf.inFiles(folder);
        shelf.begin(FilterRole.H_ALPHA, SIDE, SIDE);
        assertThat(folder).doesNotExist();
        add(shelf, FilterRole.H_ALPHA, 7);
        assertThat(shelf.file(FilterRole.H_ALPHA))
                .isEqualTo(folder.resolve("h_alpha.stack"))
                .isRegularFile();
    }

    @Test
    void holdsAsManyStacksAsThereIsRoomForAndTheOthersInFiles() {
        Path folder = temporary.resolve("night");
        StackShelf shelf = StackShelf.inMemoryUpTo(2 * RunningStack.bytes(SIDE, SIDE) + 100, folder);
        List<FilterRole> roles = List.of(FilterRole.RED, FilterRole.GREEN, FilterRole.BLUE);
        for (int i = 0; i < 3; i++) {
            shelf.begin(roles.get(i), SIDE, SIDE);
            add(shelf, roles.get(i), 7 + i);
        }
        assertThat(shelf.file(FilterRole.RED)).doesNotExist();
        assertThat(shelf.file(FilterRole.GREEN)).doesNotExist();
        assertThat(shelf.file(FilterRole.BLUE)).isRegularFile();
        for (int i = 0; i < 3; i++) {
            assertThat(middle(shelf.get(roles.get(i)))).isEqualTo(7 + i);
        }
    }

    @Test
    void roomForOneStackIsRoomForOne() {
        StackShelf shelf = StackShelf.inMemoryUpTo(RunningStack.bytes(SIDE, SIDE), temporary.resolve("night"));
        shelf.begin(FilterRole.RED, SIDE, SIDE);
        add(shelf, FilterRole.RED, 1);
        assertThat(shelf.file(FilterRole.RED)).doesNotExist();
        StackShelf less = StackShelf.inMemoryUpTo(RunningStack.bytes(SIDE, SIDE) - 1, temporary.resolve("less"));
        less.begin(FilterRole.RED, SIDE, SIDE);
        add(less, FilterRole.RED, 1);
        assertThat(less.file(FilterRole.RED)).isRegularFile();
    }

    @Test
    void inMemoryThereIsAlwaysRoomAndNoFile() {
        StackShelf shelf = StackShelf.inMemory();
        for (FilterRole role : FilterRole.values()) {
            shelf.begin(role, SIDE, SIDE);
            add(shelf, role, 3);
        }
        assertThat(middle(shelf.get(FilterRole.BLUE))).isEqualTo(3);
        assertThatThrownBy(() -> shelf.file(FilterRole.BLUE)).isInstanceOf(NullPointerException.class);
        shelf.discard();
    }

    @Test
    void takesUpWhatAnotherOneKept() throws IOException {
        StackShelf shelf = StackShelf.inFiles(temporary.resolve("one"));
        shelf.begin(FilterRole.RED, SIDE, SIDE);
        add(shelf, FilterRole.RED, 5);
        StackShelf other = StackShelf.inFiles(Files.createDirectory(temporary.resolve("other")));
        shelf.keep(FilterRole.RED, other.file(FilterRole.RED));
        add(shelf, FilterRole.RED, 6);
        other.takeUp(FilterRole.RED);
        assertThat(other.get(FilterRole.RED).subs()).isEqualTo(1);
        assertThat(middle(other.get(FilterRole.RED))).isEqualTo(5);
        assertThat(shelf.get(FilterRole.RED).subs()).isEqualTo(2);
    }

    @Test
    void hasNoStackThatWasNotBegun() {
        StackShelf shelf = StackShelf.inFiles(temporary);
        assertThatThrownBy(() -> shelf.get(FilterRole.RED)).hasMessage("RED");
        assertThatThrownBy(() -> shelf.takeUp(FilterRole.RED)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void discardedItLeavesNothing() throws IOException {
        Path folder = temporary.resolve("night");
        StackShelf shelf = StackShelf.inFiles(folder);
        shelf.discard();
        shelf.begin(FilterRole.RED, SIDE, SIDE);
        add(shelf, FilterRole.RED, 5);
        Files.writeString(folder.resolve("red.stack.next"), "left by a crash");
        shelf.discard();
        assertThat(folder).doesNotExist();
        assertThatThrownBy(() -> shelf.get(FilterRole.RED)).isInstanceOf(NullPointerException.class);
    }

    private static void add(StackShelf shelf, FilterRole role, float value) {
        float[] values = new float[SIDE * SIDE];
        Arrays.fill(values, value);
        PoseSampler sampler = new PoseSampler(new LinearPlane(SIDE, SIDE, values), Pose.IDENTITY);
        shelf.get(role).add(sampler, Scaling.IDENTITY, 1, 1);
    }

    private static float middle(RunningStack stack) {
        return stack.mean(0).at(SIDE / 2, SIDE / 2);
    }
}
