package io.astrochrome.imaging.stack;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The weight and the noise of each sub of a stack. Not thread-safe while one is added. */
final class SubWeights {
    private float[] weights = new float[0];
    private float[] noises = new float[0];

    /** As they are in {@code from}, which {@link #write} wrote. */
    static SubWeights read(ByteBuffer from, int subs) {
        SubWeights read = new SubWeights();
        read.weights = new float[subs];
        read.noises = new float[subs];
        from.asFloatBuffer().get(read.weights).get(read.noises);
        return read;
    }

    /** What {@link #write} writes for so many subs. */
    static int bytes(int subs) {
        return 2 * Float.BYTES * subs;
    }

    void write(ByteBuffer into) {
        into.asFloatBuffer().put(weights).put(noises);
        into.position(into.position() + bytes(count()));
    }

    int count() {
        return weights.length;
    }

    /** Notes a sub's weight and noise, and says its number. */
    short add(double weight, double noise) {
        if (count() >= Short.MAX_VALUE) {
            throw new IllegalStateException("a stack takes " + Short.MAX_VALUE + " subs");
        }
        if (!(weight > 0) || !(noise >= 0)) {
            throw new IllegalArgumentException(
                    "a sub needs a positive weight and a noise, not " + weight + " and " + noise);
        }
        int sub = count();
        weights = Arrays.copyOf(weights, sub + 1);
        noises = Arrays.copyOf(noises, sub + 1);
        weights[sub] = (float) weight;
        noises[sub] = (float) noise;
        return (short) sub;
    }

    float weight(short sub) {
        return weights[sub];
    }

    float noise(short sub) {
        return noises[sub];
    }
}
