package io.astrochrome.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetManifestTest {
    @TempDir
    Path folder;

    @Test
    void readsQuotedFieldsAndPassesOverColumnsItDoesNotKnow() throws IOException {
        DatasetManifest manifest = parse("""
                file,split,group,class,credit,mean_chroma\r
                a.jpg,train,g1,nebula,"Hubble, ""ESA""
                and others",4.7\r
                b.jpg,validation,g2,,,
                """);

        assertThat(manifest.entries())
                .containsExactly(
                        new ManifestEntry(
                                "a.jpg", Purpose.TRAIN, "g1", "nebula", "", "", "Hubble, \"ESA\"\nand others", ""),
                        new ManifestEntry("b.jpg", Purpose.VALIDATION, "g2", "", "", "", "", ""));
    }

    @Test
    void refusesAGroupOnBothSidesOfTheSplit() {
        assertThatThrownBy(() -> parse("file,split,group\na,train,g1\nb,validation,g1\n"))
                .hasMessageContaining("group g1 is on both sides");
    }

    @Test
    void refusesASplitThatIsNone() {
        assertThatThrownBy(() -> parse("file,split\na,test\n")).hasMessageContaining("not test");
    }

    @Test
    void saysWhereAManifestIsMissing() {
        assertThatThrownBy(() -> DatasetManifest.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("holds no manifest.csv");
    }

    private DatasetManifest parse(String csv) throws IOException {
        Files.writeString(folder.resolve(DatasetManifest.FILE_NAME), csv);
        return DatasetManifest.read(folder);
    }
}
