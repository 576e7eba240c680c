package io.astrochrome.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.tensors.HalfFloat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorStoreTest {
    @TempDir
    Path folder;

    private TensorStore store;

    @BeforeEach
    void open() throws IOException {
        store = new TensorStore(folder);
    }

    @Test
    void givesBackWhatItWasGiven() throws IOException {
        LabTensor tensor = Pictures.tensor(3, Purpose.TRAIN, 96, 64);
        store.add(tensor);

        TrainingPicture picture = store.find(tensor.frame().frameId()).orElseThrow();

        assertThat(picture.planes().width()).isEqualTo(96);
        assertThat(picture.planes().l()).isEqualTo(HalfFloat.toFloats(tensor.lightness()));
        assertThat(picture.planes().b()).isEqualTo(HalfFloat.toFloats(tensor.b()));
        assertThat(picture.category()).isEqualTo("galaxy");
    }

    @Test
    void knowsAFrameThatComesTwice() throws IOException {
        assertThat(store.add(Pictures.tensor(1, Purpose.TRAIN))).isTrue();
        assertThat(store.add(Pictures.tensor(1, Purpose.TRAIN))).isFalse();

        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void isTheSameSetInWhateverOrderTheFramesCame() throws IOException {
        store.add(Pictures.tensor(1, Purpose.TRAIN));
        store.add(Pictures.tensor(2, Purpose.VALIDATION));
        TensorStore other = new TensorStore(folder.resolve("other"));
        other.add(Pictures.tensor(2, Purpose.VALIDATION));
        other.add(Pictures.tensor(1, Purpose.TRAIN));

        assertThat(other.load().hash()).isEqualTo(store.load().hash());
    }

    @Test
    void leavesLiveFramesOutOfTheSet() throws IOException {
        store.add(Pictures.tensor(1, Purpose.LIVE));
        store.add(Pictures.tensor(2, Purpose.TRAIN));

        assertThat(store.load().size()).isEqualTo(1);
    }

    @Test
    void refusesValuesThatAreNotFinite() throws IOException {
        LabTensor tensor = Pictures.tensor(1, Purpose.TRAIN);
        tensor.a()[17] = HalfFloat.fromFloat(Float.NaN);

        assertThatThrownBy(() -> store.add(tensor))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("picture-1.png holds values that are not finite");
        assertThat(store.size()).isZero();
    }

    @Test
    void namesADamagedFile() throws IOException {
        store.add(Pictures.tensor(1, Purpose.TRAIN));
        try (Stream<Path> files = Files.list(folder)) {
            Files.write(files.findFirst().orElseThrow(), new byte[] {1, 2, 3});
        }

        assertThatThrownBy(store::load).isInstanceOf(DataException.class).hasMessageContaining("is damaged");
    }
}
