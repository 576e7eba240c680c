package io.astrochrome.imaging.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameManifestTest {
    @TempDir
    Path folder;

    @Test
    void readsQuotedFieldsAndLeavesOutWhatIsBlank() throws IOException {
        assertThat(read("""
                        file,split,credit,group\r
                        a.jpg, train ,"Hubble, ""ESA""
                        and others",\r

                        b.jpg,,,g2
                        """))
                .containsExactly(
                        Map.of("file", "a.jpg", "split", "train", "credit", "Hubble, \"ESA\"\nand others"),
                        Map.of("file", "b.jpg", "group", "g2"));
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertThat(read("\uFEFFfile,split\na.jpg,train\n")).containsExactly(Map.of("file", "a.jpg", "split", "train"));
    }

    @Test
    void refusesARecordThatIsCutOffOrTooLong() {
        assertThatThrownBy(() -> read("file,split\na.jpg,train\nb.jpg\n"))
                .isInstanceOf(ManifestFormatException.class)
                .hasMessageEndingWith("manifest.csv: record 2 has 1 fields, its heading 2");
        assertThatThrownBy(() -> read("file,split\na.jpg,train,more\n"))
                .hasMessageEndingWith("record 1 has 3 fields, its heading 2");
    }

    @Test
    void refusesARecordWithoutAFile() {
        assertThatThrownBy(() -> read("file,split\n,train\n")).hasMessageEndingWith("record 1 names no file");
    }

    @Test
    void saysWhatIsNoManifest() {
        assertThatThrownBy(() -> read("name,split\na.jpg,train\n")).hasMessageContaining("no column named file");
        assertThatThrownBy(() -> read("")).hasMessageContaining("no column named file");
        assertThatThrownBy(() -> read("file,file\na.jpg,b.jpg\n")).hasMessageContaining("is no manifest");
        assertThatThrownBy(() -> read("file\n\"a.jpg\n")).hasMessageContaining("is no manifest");
        assertThatThrownBy(() -> FrameManifest.read(Files.write(
                        folder.resolve("latin.csv"), "file\n\u00e9.jpg\n".getBytes(StandardCharsets.ISO_8859_1))))
                .hasMessageEndingWith("it is not UTF-8");
    }

    private List<Map<String, String>> read(String text) throws IOException {
        return FrameManifest.read(Files.writeString(folder.resolve("manifest.csv"), text));
    }
}
