package io.astrochrome.imaging.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.compose.KnownColours;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KnownColoursFileTest {
    private static final KnownColours KNOWN = new KnownColours(
            new LabImage(2, 1, new float[] {12, 80}, new float[] {-30, 55}, new float[] {4, 0}),
            new float[] {0.25f, 1},
            new float[] {0.5f, 0});

    @Test
    void comesBackWithinAHalfFloatsStep() throws IOException {
        KnownColours back = KnownColoursFile.read(KnownColoursFile.toBytes(KNOWN));
        assertThat(back.colour().lStar()).containsExactly(new float[] {12, 80}, within(0.05f));
        assertThat(back.colour().a()).containsExactly(new float[] {-30, 55}, within(0.05f));
        assertThat(back.measured()).containsExactly(0.25f, 1);
        assertThat(back.physics()).containsExactly(0.5f, 0);
    }

    @Test
    void whatIsSomethingElseIsRefused() {
        assertThatThrownBy(() -> KnownColoursFile.read("no colours at all".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }
}
