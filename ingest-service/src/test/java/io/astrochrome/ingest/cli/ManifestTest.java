package io.astrochrome.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestTest {
    @TempDir
    static Path made;

    @TempDir
    Path folder;

    @Test
    void readsPurposeTargetAndLabels() throws IOException {
        List<FrameFile> files = read("file,split,group,class,object,width,licence,credit,palette\r\n"
                + "images/a.jpg,train,g1,galaxy,M 51,500,CC BY 4.0,\"Hubble, \"\"ESA\"\"\",\r\n"
                + "images/b.jpg,validation,g2,nebula,,384,public domain,,sho\r\n");

        assertThat(files.get(0).path()).isEqualTo(folder.resolve("images/a.jpg"));
        assertThat(files.get(0).parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "purpose", "train",
                        "target", "M 51",
                        "label.class", "galaxy",
                        "label.group", "g1",
                        "label.object", "M 51",
                        "label.licence", "CC BY 4.0",
                        "label.credit", "Hubble, \"ESA\""));
        assertThat(files.get(1).parameters())
                .containsEntry("target", "g2")
                .containsEntry("purpose", "validation")
                .containsEntry("palette", "sho");
    }

    @Test
    void saysWhichRecordIsBroken() {
        assertThatThrownBy(() -> read("file,split\na.jpg,train\nb.jpg\n"))
                .hasMessageEndingWith("record 2 has 1 fields, its heading 2");
        assertThatThrownBy(() -> read("name,split\na.jpg,train\n")).hasMessageContaining("no column named file");
        assertThatThrownBy(() -> read("")).hasMessageContaining("no column named file");
    }

    /** One as long as that of the training pictures, and that itself where they are. */
    static Stream<Path> longManifests() throws IOException {
        Path images = Files.createDirectory(made.resolve("images"));
        StringBuilder text = new StringBuilder("file,split,group,class,object,width,height,licence,credit\r\n");
        for (int i = 0; i < 1200; i++) {
            String name = "%04d.jpg".formatted(i);
            Files.createFile(images.resolve(name));
            text.append("images/%s,%s,g%d,%s,\"M %d, north\",512,384,CC BY 4.0,\"the \"\"Observatory\"\"\"\r\n"
                    .formatted(name, i % 8 == 0 ? "validation" : "train", i / 3, i % 2 == 0 ? "galaxy" : "nebula", i));
        }
        Path manifest = Files.writeString(made.resolve("manifest.csv"), text);
        Path training = Path.of(System.getProperty("astrochrome.shared", "absent"), "data", "manifest.csv");
        return Files.exists(training) ? Stream.of(manifest, training) : Stream.of(manifest);
    }

    @ParameterizedTest
    @MethodSource("longManifests")
    void readsALongManifestWhoseFilesLieBesideIt(Path manifest) throws IOException {
        List<FrameFile> files = Manifest.read(manifest);

        assertThat(files).hasSizeGreaterThan(1000).allSatisfy(file -> {
            assertThat(file.path()).exists();
            assertThat(file.parameters()).containsKeys("purpose", "target", "label.class", "label.licence");
        });
    }

    private List<FrameFile> read(String text) throws IOException {
        return Manifest.read(Files.writeString(folder.resolve("manifest.csv"), text));
    }
}
