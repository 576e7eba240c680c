package io.astrochrome.metrics.observatory.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PreviewTransformerTest {
    /** Levels that a JPEG of that quality may be off where nothing is fine. */
    private static final int JPEG_NOISE = 4;

    private static final int GREY_119 = 0x777777;

    private static byte[] jpeg(int width, int height, IntBinaryOperator rgb) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, rgb.applyAsInt(x, y));
            }
        }
        try {
            return PreviewTransformer.write(picture);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static BufferedImage made(byte[] preview, DerivedPicture kind, int side) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(PreviewTransformer.make(preview, kind, side)));
    }

    private static int green(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >> 8 & 0xff;
    }

    @ParameterizedTest
    @CsvSource({
        "1500, 900, 640, 384",
        "900, 1500, 384, 640",
        "641, 641, 640, 640",
        "640, 480, 640, 480",
        "33, 20, 33, 20",
        "1, 1, 1, 1",
        "2000, 1, 640, 1",
        "1, 2000, 1, 640"
    })
    void aSmallPictureHasTheSideAskedForAndTheSameShapeAndIsNeverLargerThanItWas(
            int width, int height, int smallWidth, int smallHeight) throws IOException {
        BufferedImage small = made(jpeg(width, height, (x, y) -> GREY_119), DerivedPicture.THUMBNAIL, 640);

        assertThat(small.getWidth()).isEqualTo(smallWidth);
        assertThat(small.getHeight()).isEqualTo(smallHeight);
    }

    @Property(tries = 40)
    void aSmallPicturesShapeIsWithinHalfAPixelOfTheLargeOnes(
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll @IntRange(min = 1, max = 64) int side)
            throws IOException {
        BufferedImage small = made(jpeg(width, height, (x, y) -> GREY_119), DerivedPicture.THUMBNAIL, side);

        double scale = Math.min(1, side / (double) Math.max(width, height));
        assertThat((double) small.getWidth()).isCloseTo(Math.max(1, width * scale), within(0.5));
        assertThat((double) small.getHeight()).isCloseTo(Math.max(1, height * scale), within(0.5));
    }

    /** Every second column white: whoever takes single pixels has all white or all black. */
    @Test
    void noPixelIsLeftOutWhereItIsMadeSmall() throws IOException {
        byte[] stripes = jpeg(512, 256, (x, y) -> x % 2 == 0 ? 0xffffff : 0);

        BufferedImage small = made(stripes, DerivedPicture.THUMBNAIL, 64);

        for (int y = 0; y < small.getHeight(); y++) {
            for (int x = 0; x < small.getWidth(); x++) {
                assertThat(green(small, x, y)).isCloseTo(128, within(2 * JPEG_NOISE));
            }
        }
    }

    @Test
    void aSmallPictureShowsEachPlaceWhereItWas() throws IOException {
        byte[] quarters = jpeg(400, 200, (x, y) -> (x < 200 ? 0 : 0x6000) + (y < 100 ? 0 : 0x9000));

        BufferedImage small = made(quarters, DerivedPicture.THUMBNAIL, 100);

        assertThat(green(small, 20, 10)).isCloseTo(0, within(JPEG_NOISE));
        assertThat(green(small, 80, 10)).isCloseTo(0x60, within(JPEG_NOISE));
        assertThat(green(small, 20, 40)).isCloseTo(0x90, within(JPEG_NOISE));
        assertThat(green(small, 80, 40)).isCloseTo(0xf0, within(JPEG_NOISE));
    }

    @ParameterizedTest
    @EnumSource(DerivedPicture.class)
    void eachKindIsAsGreyAndAsSmallAsItIsNamed(DerivedPicture kind) throws IOException {
        BufferedImage made = made(jpeg(80, 60, (x, y) -> 0xc04020), kind, 40);

        assertThat(made.getRaster().getNumBands()).isEqualTo(kind.fileName().contains("grey") ? 1 : 3);
        assertThat(made.getWidth()).isEqualTo(kind.fileName().contains("thumbnail") ? 40 : 80);
    }

    @Test
    void greyOfGreyIsTheSameGrey() throws IOException {
        BufferedImage grey = made(jpeg(32, 32, (x, y) -> GREY_119), DerivedPicture.GREY, 10);

        assertThat(grey.getRaster().getSample(16, 16, 0)).isCloseTo(119, within(1));
    }

    @Test
    void thePictureItselfIsNotTouched() throws IOException {
        byte[] preview = jpeg(80, 60, (x, y) -> 0xc04020);
        byte[] before = preview.clone();
        made(preview, DerivedPicture.GREY_THUMBNAIL, 20);

        assertThat(preview).isEqualTo(before);
    }

    @Test
    void saysThatBytesAreNoJpeg() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", png);
        byte[] cutOff = Arrays.copyOf(jpeg(80, 60, (x, y) -> GREY_119), 100);

        assertRefused(new byte[0]);
        assertRefused(png.toByteArray());
        assertRefused(cutOff);
    }

    private static void assertRefused(byte[] preview) {
        assertThatThrownBy(() -> PreviewTransformer.make(preview, DerivedPicture.THUMBNAIL, 10))
                .isInstanceOf(IOException.class);
    }

    /** Whatever is thrown is what the caller expects: a picture that cannot be read. */
    @Property(tries = 200)
    void aDamagedJpegIsAPictureOrNone(@ForAll @IntRange(min = 2, max = 400) int at, @ForAll byte value) {
        byte[] damaged = jpeg(16, 16, (x, y) -> x << 20 | y << 4);
        damaged[at % damaged.length] = value;

        Throwable thrown = catchThrowable(() -> made(damaged, DerivedPicture.GREY_THUMBNAIL, 8));

        assertThat(thrown == null || thrown instanceof IOException)
                .as("%s", thrown)
                .isTrue();
    }
}
