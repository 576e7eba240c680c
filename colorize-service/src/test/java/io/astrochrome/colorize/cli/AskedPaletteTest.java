package io.astrochrome.colorize.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrochrome.colorize.palette.Guidance;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.palette.Palettes;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.testkit.model.TinyModel;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskedPaletteTest {
    @TempDir
    private Path folder;

    private final AskedPalette asked = new AskedPalette(new FrameDecoder(DecodeLimits.DEFAULT));
    private ColourModel model;

    @BeforeEach
    void load() throws Exception {
        Path file = TinyModel.named("steered").palette(28).write(folder.resolve("tiny.onnx"));
        model = ColourModel.load(file, SessionSettings.cpu(1));
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void isFoundByEachNameAndNoneIsTheModelsOwnChoice() {
        for (String name : Palettes.names()) {
            assertThat(asked.of(name, model).name()).isEqualTo(name);
        }
        assertThat(asked.of("none", model)).isEqualTo(Guidance.NONE);
    }

    @Test
    void isTakenOfAPictureByItsFile() throws Exception {
        BufferedImage red = new BufferedImage(300, 240, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 300; x++) {
                red.setRGB(x, y, 0xc04020);
            }
        }
        Path file = folder.resolve("sho"); // in a folder it is a file, by itself a palette's name
        ImageIO.write(red, "png", file.toFile());

        Guidance like = asked.of(file.toString(), model);

        assertThat(like.name()).isEqualTo("like sho");
        assertThat(like.vector()).hasSize(28);
    }

    @Test
    void whatIsNeitherIsRefusedWithWhatThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked.of("pink", model))
                .withMessageStartingWith("pink is neither one of ")
                .withMessageContaining("sho")
                .withMessageEndingWith("none nor a picture's file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked.of(folder.toString(), model))
                .withMessageContaining("nor a picture's file");
    }
}
