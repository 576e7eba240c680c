package io.astrochrome.trainer.network.layer;

import java.util.List;

/**
 * A value that a network needs.
 *
 * @param name unique within the network
 * @param shape outermost first
 * @param trainable a parameter; false for running statistics
 * @param deviation of the normal distribution it starts from; 0 for a constant
 * @param mean of that distribution, or the constant
 */
public record ParameterSpec(String name, List<Long> shape, boolean trainable, double deviation, double mean) {
    public ParameterSpec {
        shape = List.copyOf(shape);
    }

    /** The number of its elements. */
    public int size() {
        return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
    }

    /** The shape as an array. */
    public long[] sides() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }
}
