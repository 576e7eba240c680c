package io.astrochrome.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.Purpose;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderPicturesTest {
    @TempDir
    private Path folder;

    private Path data;
    private TensorStore store;

    @BeforeEach
    void twoPicturesAreThere() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        store = new TensorStore(folder.resolve("tensors"));
        picture(data.resolve("red.png"), 0xc04020);
        picture(data.resolve("blue.png"), 0x2040c0);
        manifest("red.png,train,m42,nebula", "blue.png,validation,m31,galaxy");
    }

    private static void picture(Path file, int rgb) throws IOException {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 48; i++) {
            picture.setRGB(i % 64, i % 48, i % 3 == 0 ? rgb : rgb >> 1 & 0x7f7f7f);
        }
        ImageIO.write(picture, "png", file.toFile());
    }

    private void manifest(String... lines) throws IOException {
        Files.writeString(data.resolve("manifest.csv"), "file,split,group,class\n" + String.join("\n", lines) + "\n");
    }

    private PictureSet load(Path from) throws IOException {
        return new FolderPictures(from, store).load((done, total) -> {});
    }

    @Test
    void everyPictureIsBroughtInUnderWhatTheManifestSays() throws IOException {
        Set<Integer> heard = ConcurrentHashMap.newKeySet();
        PictureSet set = new FolderPictures(data, store).load((done, total) -> {
            assertThat(total).isEqualTo(2);
            heard.add(done);
        });

        assertThat(heard).containsExactlyInAnyOrder(1, 2);
        TrainingPicture red = set.of(Purpose.TRAIN).pictures().get(0);
        assertThat(List.of(red.name(), red.group(), red.category())).containsExactly("red.png", "m42", "nebula");
        assertThat((double) red.width() / red.height()).isEqualTo(64.0 / 48, within(0.01));
        assertThat(store.size()).isEqualTo(2);
    }

    @Test
    void anotherManifestCountsWithoutTheFilesBeingReadAnew() throws IOException {
        String before = load(data).hash();
        manifest("blue.png,train,m42,nebula", "red.png,validation,m31,galaxy");

        PictureSet after = load(data);

        assertThat(after.of(Purpose.TRAIN).pictures())
                .extracting(TrainingPicture::name)
                .containsExactly("blue.png");
        assertThat(after.hash()).isNotEqualTo(before);
        assertThat(store.size()).isEqualTo(2);
    }

    @Test
    void theSameBytesUnderTwoNamesAreKeptOnce() throws IOException {
        Files.copy(data.resolve("red.png"), data.resolve("copy.png"));
        manifest("red.png,train,m42,nebula", "copy.png,train,m42,nebula");

        assertThat(load(data).pictures())
                .extracting(TrainingPicture::name)
                .containsExactlyInAnyOrder("red.png", "copy.png");
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void picturesMayLieInFoldersBelow() throws IOException {
        picture(Files.createDirectories(data.resolve("deep/er")).resolve("star.png"), 0x80ff80);
        manifest("deep/er/star.png,train,,nebula");

        assertThat(load(data).pictures()).extracting(TrainingPicture::name).containsExactly("deep/er/star.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.png", "absent.png", "deep/../../outside.png", "."})
    void whatIsNotInTheFolderIsRefused(String name) throws IOException {
        picture(folder.resolve("outside.png"), 0xffffff);
        manifest(name + ",train,,nebula");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> load(data))
                .withMessage("manifest.csv names " + name + ", which is not in " + data);
    }

    @Test
    void anAbsolutePathElsewhereIsRefused() throws IOException {
        Path outside = folder.resolve("outside.png");
        picture(outside, 0xffffff);
        manifest(outside + ",train,,nebula");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> load(data))
                .withMessageContaining("which is not in " + data);
    }

    @Test
    void theFolderMayBeWrittenInAnyWay() throws IOException {
        Path here = Path.of("").toAbsolutePath();

        assertThat(load(here.relativize(data)).size()).isEqualTo(2);
        assertThat(load(data.resolve(".")).size()).isEqualTo(2);
        assertThat(load(data.resolve("..").resolve("data")).size()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNoPictureIsNamed() throws IOException {
        Files.writeString(data.resolve("red.png"), "no picture");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> load(data))
                .withMessageContaining("red.png");
    }
}
