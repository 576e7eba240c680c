package io.astrochrome.trainer.network.layer;

/**
 * The operations that networks are described with. A network is written once, as {@code <T> T forward(Ops<T> ops, T x)},
 * and interpreted several times: to declare its parameters, to run it, to write it as ONNX. Feature maps are
 * {@code [N, C, H, W]}.
 *
 * @param <T> what an interpreter hands from operation to operation
 */
public interface Ops<T> {
    /** The convolution of {@code x}. */
    T conv(T x, Conv conv);

    /** {@code x} normalised: with the batch's statistics while training, with the running ones otherwise. */
    T batchNorm(T x, BatchNorm norm);

    /** {@code max(x, 0)}. */
    T relu(T x);

    /** {@code min(max(x, 0), 6)}. */
    T relu6(T x);

    /** {@code x} where positive, {@code slope * x} elsewhere. */
    T leakyRelu(T x, double slope);

    /** {@code x * sigmoid(x)}, also called swish; arXiv:1710.05941. */
    T silu(T x);

    /** {@code 1 / (1 + exp(-x))}. */
    T sigmoid(T x);

    /** The hyperbolic tangent. */
    T tanh(T x);

    /** The sum; sides of length 1 are repeated. */
    T add(T a, T b);

    /** The product, value by value; sides of length 1 are repeated. */
    T multiply(T a, T b);

    /** The channels of {@code a}, then those of {@code b}. */
    T concat(T a, T b);

    /** Each channel's mean, {@code [N, C, 1, 1]}. */
    T globalMean(T x);

    /** The largest value under each window. */
    T maxPool(T x, MaxPool pool);

    /** {@code x} with both sides doubled. */
    T doubled(T x, Upsampling upsampling);

    /** While training, values zeroed at random and the others scaled up; {@code x} itself otherwise. */
    T dropout(T x, double probability);

    /**
     * Dot-product attention between all positions: {@code v * softmax(q^T k)}, over positions. {@code q} and {@code k} have
     * the same channels; the result has those of {@code v}.
     */
    T attend(T q, T k, T v);

    /** {@code x} times a learnt factor. */
    T gain(T x, Gain gain);

    /** One of the encoders' non-linearities. */
    default T activate(T x, Activation activation) {
        return switch (activation) {
            case RELU -> relu(x);
            case RELU6 -> relu6(x);
            case SILU -> silu(x);
        };
    }
}
