package io.astrochrome.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOutcomeTest {
    @ParameterizedTest
    @CsvSource({
        "FINISHED, best.onnx, true",
        "STOPPED, best.onnx, true",
        "FINISHED, , false",
        "FAILED, best.onnx, false",
    })
    void aFailedRunPublishesNothing(RunOutcome.End end, Path model, boolean publishable) {
        assertThat(new RunOutcome(end, "so", model, null).isPublishable()).isEqualTo(publishable);
    }

    @ParameterizedTest
    @CsvSource({
        "STOPPED, true, true",
        "STOPPED, false, false",
        "FINISHED, true, false",
        "FAILED, true, false",
    })
    void onlyARunThatTheServicesEndInterruptsIsUnderWayStill(RunOutcome.End end, boolean closing, boolean underWay) {
        assertThat(new RunOutcome(end, "so", null, null).isUnderWay(closing)).isEqualTo(underWay);
    }
}
