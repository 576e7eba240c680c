package io.astrochrome.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurationTest {
    @TempDir
    Path folder;

    private PictureSet pictures;

    @BeforeEach
    void makePictures() throws IOException {
        TensorStore store = new TensorStore(folder);
        for (int i = 0; i < 6; i++) {
            store.add(Pictures.tensor(i, Purpose.TRAIN));
        }
        LabTensor grey = Pictures.tensor(6, Purpose.TRAIN);
        Arrays.fill(grey.a(), (short) 0);
        Arrays.fill(grey.b(), (short) 0);
        store.add(grey);
        store.add(Pictures.restretched(2, 7));
        pictures = store.load();
    }

    @Test
    void leavesOutOtherClasses() {
        CurationReport report = new Curation(List.of("nebula"), 0, -1).apply(pictures);

        assertThat(report.kept().pictures())
                .allMatch(picture -> picture.category().equals("nebula"));
        assertThat(report.kept().size() + report.otherClass()).isEqualTo(8);
    }

    @Test
    void leavesOutWhatHasTooLittleChroma() {
        assertThat(new Curation(List.of(), 3, -1).apply(pictures).tooGrey()).isEqualTo(1);
    }

    @Test
    void keepsOneOfTwoPicturesThatDifferInTheirStretchAlone() {
        CurationReport report = new Curation(List.of(), 0, 6).apply(pictures);

        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.summary())
                .isEqualTo("7 of 8 pictures kept; left out: 0 of other classes, "
                        + "0 with too little chroma, 1 near-duplicates");
    }

    @Test
    void asksNothingWhereNothingIsAskedFor() {
        assertThat(new Curation(List.of(), 0, -1).apply(pictures).kept()).isEqualTo(pictures);
    }
}
