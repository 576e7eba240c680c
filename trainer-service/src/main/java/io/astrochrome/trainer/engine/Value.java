package io.astrochrome.trainer.engine;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import java.nio.ByteBuffer;

/** A tensor of the engine; it lives as long as the {@link Tape} it was made on, or the {@link Parameters} that own it. */
public final class Value {
    private final PtNDArray array;

    Value(PtNDArray array) {
        this.array = array;
    }

    PtNDArray array() {
        return array;
    }

    /** Its sides, outermost first; empty for a scalar. */
    public long[] shape() {
        return array.getShape().getShape();
    }

    /** A copy of its elements as floats, row by row. */
    public float[] toFloats() {
        if (array.getDataType() == DataType.FLOAT64) {
            double[] values = array.toDoubleArray();
            float[] floats = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                floats[i] = (float) values[i];
            }
            return floats;
        }
        return array.toFloatArray();
    }

    /** A copy of its elements as doubles, row by row. */
    public double[] toDoubles() {
        if (array.getDataType() == DataType.FLOAT64) {
            return array.toDoubleArray();
        }
        float[] values = array.toFloatArray();
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    /** Its only element. */
    public double item() {
        return toDoubles()[0];
    }

    /** A copy of its bytes, little-endian. */
    ByteBuffer bytes() {
        return array.toByteBuffer(false);
    }
}
