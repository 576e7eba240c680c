package io.astrochrome.metrics.registry.gate;

import io.astrochrome.events.LabTensor;
import io.astrochrome.metrics.registry.tensors.TensorIndex;
import io.astrochrome.metrics.registry.tensors.TensorPosition;
import io.astrochrome.platform.log.LogReader;
import java.util.List;

/** The frames that models are measured on, read again from the log one by one: all models see the same. */
final class MeasuringFrames {
    private final LogReader log;
    private final List<TensorPosition> validation;
    private final List<List<TensorPosition>> newest;

    MeasuringFrames(LogReader log, TensorIndex index, int newestFrames) {
        this.log = log;
        this.validation = index.validation();
        this.newest = index.newest(newestFrames);
    }

    /** Shows all frames to every measurement. */
    void show(List<ModelMeasurement> measurements) {
        for (TensorPosition position : validation) {
            position.read(log)
                    .filter(LabTensor::hasColour)
                    .ifPresent(tensor -> measurements.forEach(measurement -> measurement.validation(tensor)));
        }
        for (List<TensorPosition> sequence : newest) {
            measurements.forEach(ModelMeasurement::nextTarget);
            for (TensorPosition position : sequence) {
                position.read(log).ifPresent(tensor -> measurements.forEach(measurement -> measurement.live(tensor)));
            }
        }
    }
}
