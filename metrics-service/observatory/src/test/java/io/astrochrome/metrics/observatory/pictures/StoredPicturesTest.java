package io.astrochrome.metrics.observatory.pictures;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.compose.KnownColours;
import io.astrochrome.imaging.write.KnownColoursFile;
import io.astrochrome.metrics.observatory.TestStore;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.storage.ObjectAlteredException;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import jakarta.ws.rs.core.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of objects in a store: derived pictures, masks, downloads. */
class StoredPicturesTest {
    private static final int MAGENTA = 0xff3ea5;
    private static final int BLUE = 0x3e9bff;
    private static final int DENSEST = 166;

    @TempDir
    private static Path folder;

    private static TestStore server;
    private static ObjectStore store;

    private final DerivedPictures derived = new DerivedPictures(store);
    private final MeasuredMask masks = new MeasuredMask(store);
    private final ObjectDownload download = new ObjectDownload(store);

    @BeforeAll
    static void start() {
        server = new TestStore(folder);
        store = server.objects();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static BufferedImage read(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    private static ObjectReference preview(String key) throws IOException {
        return store.put(
                key, PreviewTransformer.write(new BufferedImage(900, 30, BufferedImage.TYPE_INT_RGB)), "image/jpeg");
    }

    @Test
    void aDerivedPictureIsMadeOnceAndThenRemembered() throws IOException {
        ObjectReference preview = preview("once.jpg");
        byte[] first = derived.make(preview, DerivedPicture.THUMBNAIL);
        store.delete(preview.key());

        assertThat(derived.make(preview, DerivedPicture.THUMBNAIL)).isSameAs(first);
        assertThat(read(first).getWidth()).isEqualTo(640);
        assertThatThrownBy(() -> derived.make(preview, DerivedPicture.GREY))
                .as("another kind is another picture")
                .isInstanceOf(ObjectMissingException.class);
    }

    @Test
    void nothingIsMadeOfAPreviewThatWasAltered() throws IOException {
        ObjectReference preview = preview("altered.jpg");
        store.put(preview.key(), new byte[(int) preview.sizeBytes()], "image/jpeg");

        assertThatThrownBy(() -> derived.make(preview, DerivedPicture.GREY)).isInstanceOf(ObjectAlteredException.class);
    }

    @Test
    void aPreviewThatIsTooLargeIsNotEvenFetched() {
        ObjectReference huge =
                new ObjectReference("astrochrome", "nowhere.jpg", (32L << 20) + 1, SampleFrame.sha256("huge"));

        assertThatThrownBy(() -> derived.make(huge, DerivedPicture.GREY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("33554433 bytes");
    }

    @Test
    void afterAFailureTheNextPictureIsMadeAllTheSame() throws IOException {
        ObjectReference noPicture = store.put("text.jpg", "no picture".getBytes(US_ASCII), "image/jpeg");
        assertThatThrownBy(() -> derived.make(noPicture, DerivedPicture.GREY)).isInstanceOf(IOException.class);

        assertThat(derived.make(preview("next.jpg"), DerivedPicture.GREY)).isNotEmpty();
    }

    private static ObjectReference colours(int width, int height, float[] measured, float[] physics) {
        float[] none = new float[width * height];
        KnownColours known = new KnownColours(new LabImage(width, height, none, none, none), measured, physics);
        return store.put("colours", KnownColoursFile.toBytes(known), KnownColoursFile.MEDIA_TYPE);
    }

    @Test
    void theMaskIsAsDenseAsColoursAreGuessedOrOfALineAndClearWhereTheyWereMeasured() throws IOException {
        float[] measured = {1, 0, 0, 0.5f, 0, 0.75f};
        float[] physics = {0, 0, 1, 0.125f, 0.5f, 0.25f};

        BufferedImage mask = read(masks.make(colours(6, 1, measured, physics)));

        assertThat(mask.getRGB(0, 0) >>> 24).as("measured").isZero();
        assertThat(mask.getRGB(1, 0)).as("guessed").isEqualTo(DENSEST << 24 | MAGENTA);
        assertThat(mask.getRGB(2, 0)).as("a line's").isEqualTo(DENSEST << 24 | BLUE);
        assertThat(mask.getRGB(3, 0)).as("0.375 guessed").isEqualTo(62 << 24 | MAGENTA);
        assertThat(mask.getRGB(4, 0)).as("as much guessed as a line's").isEqualTo(83 << 24 | MAGENTA);
        assertThat(mask.getRGB(5, 0)).as("a quarter is a line's").isEqualTo(41 << 24 | BLUE);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1",
        "512, 40, 512, 40",
        "513, 40, 256, 20",
        "40, 1025, 13, 341",
        "1600, 1, 400, 1",
        "2, 3000, 1, 500"
    })
    void theMaskHasThePicturesShapeAndIsNotLong(int width, int height, int maskWidth, int maskHeight)
            throws IOException {
        float[] none = new float[width * height];

        BufferedImage mask = read(masks.make(colours(width, height, none, none)));

        assertThat(mask.getWidth()).isEqualTo(maskWidth);
        assertThat(mask.getHeight()).isEqualTo(maskHeight);
    }

    @Test
    void aReducedMaskShowsEachPlaceWhereItIs() throws IOException {
        int width = 1024;
        float[] measured = new float[width * 4];
        for (int y = 0; y < 4; y++) {
            Arrays.fill(measured, y * width, y * width + width / 4, 1);
        }

        BufferedImage mask = read(masks.make(colours(width, 4, measured, new float[measured.length])));

        for (int x = 0; x < mask.getWidth(); x++) {
            assertThat(mask.getRGB(x, 1) >>> 24).as("column %d", x).isEqualTo(x < 128 ? 0 : DENSEST);
        }
    }

    private static ObjectReference text() {
        return store.put("text", "0123456789".getBytes(US_ASCII), "text/plain");
    }

    private static String body(Response response) throws IOException {
        try (InputStream in = (InputStream) response.getEntity()) {
            return new String(in.readAllBytes(), US_ASCII);
        }
    }

    @Test
    void anObjectIsGivenWholeAndNamesItsContent() throws IOException {
        ObjectReference text = text();
        Response whole = download.inline(text, "text/plain", "\"another\"", null);

        assertThat(whole.getStatus()).isEqualTo(200);
        assertThat(body(whole)).isEqualTo("0123456789");
        assertThat(whole.getHeaderString("Content-Length")).isEqualTo("10");
        assertThat(whole.getHeaderString("ETag")).isEqualTo("\"" + text.sha256() + "\"");
        assertThat(whole.getHeaderString("Content-Disposition")).isEqualTo("inline");
        assertThat(whole.getHeaderString("Accept-Ranges")).isEqualTo("bytes");
    }

    @ParameterizedTest
    @CsvSource({"bytes=2-4, 234, bytes 2-4/10", "bytes=7-, 789, bytes 7-9/10", "bytes=-1, 9, bytes 9-9/10"})
    void aPartIsGivenAsItWasAskedFor(String range, String part, String which) throws IOException {
        Response response = download.inline(text(), "text/plain", null, range);

        assertThat(response.getStatus()).isEqualTo(206);
        assertThat(body(response)).isEqualTo(part);
        assertThat(response.getHeaderString("Content-Range")).isEqualTo(which);
        assertThat(response.getHeaderString("Content-Length")).isEqualTo(Integer.toString(part.length()));
    }

    @Test
    void whatABrowserHasIsNotSentAgainAlsoWhereItAsksForAPart() {
        ObjectReference text = text();
        Response response = download.inline(text, "text/plain", "\"" + text.sha256() + "\"", "bytes=2-4");

        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.hasEntity()).isFalse();
        assertThat(response.getHeaderString("Cache-Control")).contains("immutable");
    }

    @Test
    void aPartThatThereIsNotIsRefusedWithTheSize() {
        Response response = download.inline(text(), "text/plain", null, "bytes=10-");

        assertThat(response.getStatus()).isEqualTo(416);
        assertThat(response.getHeaderString("Content-Range")).isEqualTo("bytes */10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "light 1.png | light%201.png",
                "a+b.png | a%2Bb.png",
                "Nébuleuse.png | N%C3%A9buleuse.png",
                "x\"; y=.png | x%22%3B%20y%3D.png"
            })
    void aFilesNameIsWrittenSoThatAnyCharacterIsKept(String name, String encoded) {
        assertThat(disposition(name)).isEqualTo("attachment; filename*=UTF-8''" + encoded);
    }

    @Test
    void nothingInAFilesNameIsReadAsAHeaderOrAFolder() {
        assertThat(disposition("../evil\r\nSet-Cookie: a.png"))
                .isEqualTo("attachment; filename*=UTF-8''..%2Fevil%0D%0ASet-Cookie%3A%20a.png");
    }

    private String disposition(String fileName) {
        return download.attached(text(), "image/png", fileName, null, null).getHeaderString("Content-Disposition");
    }
}
