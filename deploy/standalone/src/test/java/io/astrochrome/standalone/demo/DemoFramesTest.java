package io.astrochrome.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFramesTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T22:00:00Z");
    private static final int BLOCK = 2880;

    @TempDir
    private Path folder;

    @Test
    void writesFitsFilesOfWholeBlocksWithTheCardsOfACamera() throws Exception {
        var frame = named("ic4628-0001.fits");

        assertThat(Files.size(frame) % BLOCK).isZero();
        assertThat(header(frame))
                .startsWith("SIMPLE  =                    T")
                .contains("NAXIS1  =                 1024", "OBJECT  = 'IC 4628 '", "BZERO   =                32768")
                .contains("DATE-OBS= '2026-11-22T22:00:00.000'")
                .doesNotContain("BAYERPAT");
    }

    @Test
    void saysTheMosaicOfTheColourCamera() throws Exception {
        assertThat(header(named("ngc3199-rggb.fits"))).contains("BAYERPAT= 'RGGB    '");
    }

    @Test
    void damagesTheBrokenFileInTheMiddleOfItsPixels() throws Exception {
        var broken = named("broken.png");

        assertThat(Files.readAllBytes(broken)).startsWith(0x89, 'P', 'N', 'G');
        assertThatThrownBy(() -> ImageIO.read(broken.toFile())).isInstanceOf(IOException.class);
    }

    @Test
    void exposesTheSameFrameForTheSameTimeAndAnotherForAnother() throws Exception {
        var first = FrameSender.frameId(named("ngc3199-rggb.fits"));

        assertThat(FrameSender.frameId(named("ngc3199-rggb.fits"))).isEqualTo(first);
        assertThat(FrameSender.frameId(named(NIGHT.plusSeconds(1), "ngc3199-rggb.fits")))
                .isNotEqualTo(first);
    }

    @Test
    void keepsTheColourPictureWithItsTrueColours() throws Exception {
        var picture = ImageIO.read(named("ngc3621.png").toFile());

        assertThat(picture.getColorModel().getNumColorComponents()).isEqualTo(3);
    }

    @Test
    void recordsALinearFrameThatIsDarkAndWhoseBrightPartsAreBright() {
        var scene = SkyScene.of(twoTone());
        var samples = new SimulatedCamera(64, 64, false).expose(scene, 0, 1);

        assertThat(samples[10 * 64 + 10] & 0xFFFF).as("black sky").isBetween(900, 1800);
        assertThat(samples[10 * 64 + 50] & 0xFFFF).as("white star").isBetween(45_000, 55_000);
    }

    private static BufferedImage twoTone() {
        var picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < 64; y++) {
            for (var x = 32; x < 64; x++) {
                picture.setRGB(x, y, 0xFFFFFF);
            }
        }
        return picture;
    }

    private Path named(String name) throws IOException {
        return named(NIGHT, name);
    }

    private Path named(Instant now, String name) throws IOException {
        List<DemoFrame> frames = new DemoFrames(folder, now).make();
        return frames.stream()
                .map(DemoFrame::file)
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static String header(Path file) throws IOException {
        return new String(Files.readAllBytes(file), 0, BLOCK, StandardCharsets.US_ASCII);
    }
}
