package io.astrochrome.trainer.engine;

import ai.djl.ndarray.types.DataType;

/** The floating-point type a network is run in. */
public enum Precision {
    /** What networks train in. */
    SINGLE(DataType.FLOAT32),
    /** For checking gradients. */
    DOUBLE(DataType.FLOAT64);

    private final DataType type;

    Precision(DataType type) {
        this.type = type;
    }

    DataType type() {
        return type;
    }
}
