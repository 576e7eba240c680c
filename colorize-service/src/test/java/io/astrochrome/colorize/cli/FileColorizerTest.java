package io.astrochrome.colorize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.colorize.composing.FramePictures;
import io.astrochrome.colorize.palette.Guidance;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.prepare.FramePipeline;
import io.astrochrome.imaging.prepare.TensorPlanes;
import io.astrochrome.imaging.prepare.TensorShape;
import io.astrochrome.imaging.stretch.StretchChoice;
import io.astrochrome.imaging.write.PictureSettings;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.testkit.frame.FrameKind;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileColorizerTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void showsTheModelWhatTheStreamWould(FrameKind kind) throws Exception {
        assertThatItIsShown(kind, /* trainedSide= */ 96, /* side= */ 224);
    }

    @ParameterizedTest
    @EnumSource(names = "LINEAR_COLOUR")
    void showsAModelThatWasTrainedAtALargerSideThatSide(FrameKind kind) throws Exception {
        assertThatItIsShown(kind, /* trainedSide= */ 320, /* side= */ 320);
    }

    private void assertThatItIsShown(FrameKind kind, int trainedSide, int side) throws Exception {
        Path file = kind.write(folder);
        Path model = TinyModel.named("wide")
                .with("astrochrome.side", Integer.toString(trainedSide))
                .write(folder.resolve("wide.onnx"));
        try (ColourModel wide = ColourModel.load(model, new SessionSettings(1, 1, true, false))) {
            FileColorizer colorizer = new FileColorizer(
                    new FrameDecoder(DecodeLimits.DEFAULT),
                    StretchChoice.DEFAULT,
                    wide,
                    new FramePictures(PictureSettings.DEFAULT),
                    Guidance.NONE,
                    false);

            TensorPlanes seen = colorizer.stretched(decoded(file)).planes();

            TensorPlanes stream =
                    new FramePipeline(StretchChoice.DEFAULT).prepare(decoded(file), TensorShape.whole(side));
            assertThat(seen.grid()).isEqualTo(stream.grid());
            assertThat(seen.lightness()).isEqualTo(stream.lightness());
            assertThat(seen.a()).isEqualTo(stream.a());
        }
    }

    private static DecodedFrame decoded(Path file) {
        return ((Decoded) new FrameDecoder(DecodeLimits.DEFAULT)
                        .decode(file, file.getFileName().toString()))
                .frame();
    }
}
