package io.astrochrome.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvePointTest {
    @TempDir
    private Path folder;

    @Test
    void aCurveIsReadLineByLineWithItsFiguresAlone() throws Exception {
        Path curve = Files.writeString(folder.resolve("curve.jsonl"), """
                {"step": 500, "best": true, "gainDecibels": 0.25, "note": "warm"}

                {"step": 1000, "gainDecibels": 0.125}
                """);

        assertThat(CurvePoint.read(curve))
                .isEqualTo(List.of(
                        new CurvePoint(500, true, Map.of("gainDecibels", 0.25)),
                        new CurvePoint(1000, false, Map.of("gainDecibels", 0.125))));
    }

    @Test
    void aLineThatIsCutOffIsAnError() throws Exception {
        Path curve = Files.writeString(folder.resolve("curve.jsonl"), "{\"step\": 500, \"gainDec");

        assertThatIOException().isThrownBy(() -> CurvePoint.read(curve));
    }
}
