package io.astrochrome.tensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A named-by-its-holder block of numbers: element type, shape (outermost first) and little-endian data. The buffer is
 * shared, not copied: whoever makes a tensor leaves the bytes alone afterwards.
 */
public record Tensor(ElementType type, long[] shape, ByteBuffer data) {
    /**
     * @throws IllegalArgumentException where a side is negative or the data's size is not that of the shape
     */
    public Tensor {
        long elements = elements(shape);
        if (data.remaining() != elements * type.bytes()) {
            throw new IllegalArgumentException("a tensor of " + type + Arrays.toString(shape) + " has "
                    + elements * type.bytes() + " bytes, not " + data.remaining());
        }
    }

    /** A tensor of {@code F32}. */
    public static Tensor ofFloats(float[] values, long... shape) {
        ByteBuffer data = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return new Tensor(ElementType.F32, shape, data);
    }

    /** A tensor of {@code F16}, from its bit patterns. */
    public static Tensor ofHalves(short[] values, long... shape) {
        ByteBuffer data = ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asShortBuffer().put(values);
        return new Tensor(ElementType.F16, shape, data);
    }

    /** A tensor of {@code I64}. */
    public static Tensor ofLongs(long[] values, long... shape) {
        ByteBuffer data = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asLongBuffer().put(values);
        return new Tensor(ElementType.I64, shape, data);
    }

    /** The number of elements that a shape holds; 1 for a scalar's empty shape. */
    static long elements(long[] shape) {
        long elements = 1;
        for (long side : shape) {
            if (side < 0) {
                throw new IllegalArgumentException("a side is negative in " + Arrays.toString(shape));
            }
            elements = Math.multiplyExact(elements, side);
        }
        return elements;
    }

    /** A view of the data of its own position, in little-endian order. */
    public ByteBuffer littleEndian() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The values as floats, whatever floating type holds them.
     *
     * @throws IllegalStateException where the type is not a floating one
     */
    public float[] toFloats() {
        float[] values = new float[Math.toIntExact(elements(shape))];
        ByteBuffer bytes = littleEndian();
        switch (type) {
            case F32 -> bytes.asFloatBuffer().get(values);
            case F64 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) bytes.getDouble();
                }
            }
            case F16 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = HalfFloat.toFloat(bytes.getShort());
                }
            }
            case BF16 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = Float.intBitsToFloat(bytes.getShort() << 16);
                }
            }
            case I64, I32, I16, I8, U8, BOOL ->
                throw new IllegalStateException("a tensor of " + type + " is not of floats");
        }
        return values;
    }

    /**
     * The bit patterns of an {@code F16} tensor.
     *
     * @throws IllegalStateException where the type is another
     */
    public short[] toHalves() {
        if (type != ElementType.F16) {
            throw new IllegalStateException("a tensor of " + type + " is not of halves");
        }
        short[] values = new short[Math.toIntExact(elements(shape))];
        littleEndian().asShortBuffer().get(values);
        return values;
    }

    /** Equal where type, shape and bytes are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor
                && type == tensor.type
                && Arrays.equals(shape, tensor.shape)
                && data.equals(tensor.data);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + data.hashCode();
    }

    @Override
    public String toString() {
        return type + Arrays.toString(shape);
    }
}
