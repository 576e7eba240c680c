package io.astrochrome.trainer.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Padding;

/**
 * A convolution with a fault, whatever the machine's own are: dense ones larger than 1 x 1, in single precision, are wrong where they read more
 * than 16 channels and no multiple of 16.
 */
enum WrongConvolution implements RawConvolution {
    /** What comes out is of other numbers, and so are all gradients. */
    OUTPUT {
        @Override
        PtNDArray wrong(PtNDArray right, PtNDArray other) {
            return other;
        }
    },
    /** What comes out is right, its gradients are another's. */
    GRADIENT {
        @Override
        PtNDArray wrong(PtNDArray right, PtNDArray other) {
            return right.add(other.sub(other.stopGradient()));
        }
    },
    /** What comes out and its gradients are right, the gradients' gradients are not. */
    SECOND_ORDER {
        @Override
        PtNDArray wrong(PtNDArray right, PtNDArray other) {
            return right.add(other.sub(other.stopGradient()).square());
        }
    },
    /** One number of the output is wrong. */
    ONE_NUMBER {
        @Override
        PtNDArray wrong(PtNDArray right, PtNDArray other) {
            float[] one = new float[(int) right.size()];
            one[one.length / 3] = 1;
            return right.add(constant(one, right.getShape().getShape()));
        }
    },
    /** What comes out is not a number. */
    NOT_A_NUMBER {
        @Override
        PtNDArray wrong(PtNDArray right, PtNDArray other) {
            return right.add(constant(new float[] {Float.NaN}, 1));
        }
    };

    /** Right on every machine: a product of matrices, in which oneDNN has no part. */
    private static final RawConvolution RIGHT = (x, weight, bias, stride, padding, groups) -> {
        int in = (int) x.getShape().get(1);
        int out = (int) weight.getShape().get(0);
        int kernel = (int) weight.getShape().get(2);
        Padding around = new Padding(padding, padding);
        return ConvolutionWay.UNFOLDED.convolve(
                RawConvolution.OF_THE_LIBRARY,
                x,
                weight,
                bias,
                new ConvShape(in, out, kernel, stride, groups, bias != null, around));
    };

    @Override
    public PtNDArray of(PtNDArray x, PtNDArray weight, PtNDArray bias, int stride, int padding, int groups) {
        PtNDArray right = RIGHT.of(x, weight, bias, stride, padding, groups);
        long in = x.getShape().get(1);
        boolean fault = groups == 1 && weight.getShape().get(2) > 1 && in > 16 && in % 16 != 0;
        if (!fault || x.getDataType() != DataType.FLOAT32) {
            return right;
        }
        float[] mask = new float[(int) in];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % 3 - 1;
        }
        PtNDArray masked = x.mul(constant(mask, 1, in, 1, 1));
        return wrong(right, RIGHT.of(masked, weight, bias, stride, padding, groups));
    }

    abstract PtNDArray wrong(PtNDArray right, PtNDArray other);

    private static NDArray constant(float[] numbers, long... sides) {
        return Torch.instance().manager().create(numbers, new Shape(sides));
    }
}
