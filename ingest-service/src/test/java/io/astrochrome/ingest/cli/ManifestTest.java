package io.astrochrome.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
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

    @Test
    void readsTheTrainingPicturesManifest() throws IOException {
        Path manifest = Path.of(System.getProperty("astrochrome.shared", "absent"), "data", "manifest.csv");
        assumeThat(manifest).as("the training pictures are not here").exists();

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
