package io.astrochrome.preprocess;

import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.prepare.TensorShape;

/** The shape of a frame's tensor by what the frame is for. */
record TensorShapes(TensorShape live, TensorShape training, TensorShape validation) {
    TensorShape of(Purpose purpose) {
        return switch (purpose) {
            case LIVE -> live;
            case TRAIN -> training;
            case VALIDATION -> validation;
        };
    }
}
