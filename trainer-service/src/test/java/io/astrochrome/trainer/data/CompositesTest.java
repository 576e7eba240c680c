package io.astrochrome.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameStack;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompositesTest {
    @Test
    void aDeepPictureOfATargetTakesThePlaceOfTheOneBefore(@TempDir Path folder) throws IOException {
        TensorStore store = new TensorStore(folder);
        store.replace(Composites.lesson(composite(1, "M 8", true)).orElseThrow());
        store.replace(Composites.lesson(composite(2, "M 8", true)).orElseThrow());
        store.replace(Composites.lesson(composite(3, "M 20", true)).orElseThrow());
        assertThat(store.load().pictures()).hasSize(2).allSatisfy(picture -> {
            assertThat(picture.purpose()).isNotEqualTo(Purpose.LIVE);
            assertThat(picture.group()).isIn("M 8", "M 20");
        });
    }

    @Test
    void itsTargetAloneDecidesWhetherItIsLearntFrom() {
        Set<String> measuredWith = new HashSet<>();
        for (int target = 0; target < 500; target++) {
            String name = "target " + target;
            Purpose first = Composites.lesson(composite(1, name, true))
                    .orElseThrow()
                    .frame()
                    .purpose();
            assertThat(Composites.lesson(composite(2, name, true))
                            .orElseThrow()
                            .frame()
                            .purpose())
                    .isEqualTo(first);
            if (first == Purpose.VALIDATION) {
                measuredWith.add(name);
            }
        }
        assertThat(measuredWith).hasSizeBetween(60, 140);
    }

    @Test
    void whatHasNoTruthTeachesNothing() {
        assertThat(Composites.lesson(composite(1, "M 8", false))).isEmpty();
        assertThat(Composites.lesson(Pictures.tensor(1, Purpose.LIVE)))
                .as("a single frame")
                .isEmpty();
    }

    private static LabTensor composite(int number, String target, boolean truth) {
        LabTensor made = Pictures.tensor(number, Purpose.LIVE);
        FrameIngested frame = new FrameIngested(
                made.frame().frameId(),
                target,
                made.frame().object(),
                "image/fits",
                "sub.fits",
                Purpose.LIVE,
                "test",
                null,
                made.frame().ingestedAt(),
                null,
                Map.of());
        FrameStack stack = new FrameStack(
                made.frame().frameId(),
                "hoo",
                Map.of("Ha", 8, "OIII", 8),
                Map.of("Ha", 480.0, "OIII", 480.0),
                0.9,
                0,
                0.1,
                new ObjectReference(
                        "test", "composites/" + number, 1, made.frame().frameId()));
        return new LabTensor(
                frame,
                made.geometry(),
                made.stretch(),
                null,
                made.preparedAt(),
                made.lightness(),
                truth ? made.a() : null,
                truth ? made.b() : null,
                stack);
    }
}
