package io.astrochrome.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.prepare.FramePipeline;
import io.astrochrome.imaging.prepare.TensorPlanes;
import io.astrochrome.imaging.prepare.TensorShape;
import io.astrochrome.imaging.stretch.StretchChoice;
import io.astrochrome.testkit.frame.FrameKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabTensorMakerTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = "LINEAR_GREY", mode = EnumSource.Mode.EXCLUDE)
    void learnsFromAFileWhatTheStreamWouldSend(FrameKind kind) throws IOException {
        Path file = kind.write(folder);

        LabTensor tensor = new LabTensorMaker()
                .make(file, Pictures.tensor(1, Purpose.TRAIN).frame());

        Decoded decoded = (Decoded) new FrameDecoder(DecodeLimits.DEFAULT).decode(file, kind.fileName());
        TensorPlanes stream = new FramePipeline(StretchChoice.DEFAULT)
                .prepare(decoded.frame(), TensorShape.whole(FramePipeline.TRAINING_SIDE));
        assertThat(tensor.lightness()).isEqualTo(stream.lightness());
        assertThat(tensor.a()).isEqualTo(stream.a());
        assertThat(tensor.b()).isEqualTo(stream.b());
    }

    @Test
    void stretchesLinearColourUnlinkedSoThatAGreenSkyTeachesNothing() throws IOException {
        LabTensor tensor = new LabTensorMaker()
                .make(
                        FrameKind.LINEAR_COLOUR.write(folder),
                        Pictures.tensor(1, Purpose.TRAIN).frame());

        assertThat(tensor.stretch().name()).isEqualTo("midtone-unlinked");
    }

    @Test
    void refusesAFrameWithoutColour() {
        Path file = FrameKind.LINEAR_GREY.write(folder);

        assertThatThrownBy(() -> new LabTensorMaker()
                        .make(file, Pictures.tensor(1, Purpose.TRAIN).frame()))
                .hasMessageContaining("has no colour to learn from");
    }

    @Test
    void makesAnewWhatAnEarlierPreparationKept() throws IOException {
        Path file = FrameKind.STRETCHED_COLOUR.write(folder);
        Files.writeString(
                folder.resolve(DatasetManifest.FILE_NAME),
                "file,class,split,group,object\n" + file.getFileName() + ",nebula,train,g,o\n");
        TensorStore store = new TensorStore(folder.resolve("store"));
        FolderPictures pictures = new FolderPictures(folder, store);
        TrainingPicture fresh = pictures.load((done, total) -> {}).pictures().get(0);
        LabTensor earlier = withId(fresh.id());
        store.replace(earlier);
        assertThat(store.isPrepared(fresh.id(), FramePipeline.VERSION)).isFalse();

        TrainingPicture again = pictures.load((done, total) -> {}).pictures().get(0);

        assertThat(again.planes().l()).isEqualTo(fresh.planes().l());
        assertThat(store.isPrepared(fresh.id(), FramePipeline.VERSION)).isTrue();
    }

    private static LabTensor withId(String id) {
        LabTensor other = Pictures.tensor(1, Purpose.TRAIN);
        FrameIngested frame = other.frame();
        return new LabTensor(
                new FrameIngested(
                        id,
                        frame.target(),
                        frame.object(),
                        frame.mediaType(),
                        frame.fileName(),
                        frame.purpose(),
                        frame.source(),
                        frame.exposedAt(),
                        frame.ingestedAt(),
                        frame.palette(),
                        frame.labels()),
                other.geometry(),
                other.stretch(),
                null,
                other.preparedAt(),
                other.lightness(),
                other.a(),
                other.b());
    }
}
