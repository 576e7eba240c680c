package io.astrochrome.trainer.engine;

import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Feature;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the check and the ways round cost; for benchmarks alone. Used by one thread at a time. */
public final class EngineMeasurement {
    private EngineMeasurement() {}

    /**
     * Time of checking these convolutions as if nothing were known of them, in milliseconds; nothing is kept. The first time
     * in a process is what counts, because kernels are made then.
     *
     * @param twice of a network of which gradients of gradients are taken
     * @throws IllegalStateException where one is wrong, so that the time is not that of a healthy engine
     */
    public static double checkMillis(Map<ConvShape, Feature> convolutions, Map<ConvShape, Feature> twice) {
        Map<ConvolutionCase, Feature> cases = EngineCheck.cases(convolutions, twice);
        Torch.instance();
        long start = System.nanoTime();
        cases.forEach((one, map) -> new ConvolutionTrial(one, map)
                .fault(ConvolutionWay.PLAIN, RawConvolution.OF_THE_LIBRARY)
                .ifPresent(fault -> {
                    throw new IllegalStateException(one.shape() + ": " + fault);
                }));
        return (System.nanoTime() - start) / 1e6;
    }

    /**
     * Runs a task whose networks were checked before with those convolutions going that way that oneDNN was seen to compute
     * wrongly on some processors: dense ones, larger than 1 x 1, whose channels fill vectors in part.
     */
    public static void through(ConvolutionWay way, Runnable task) {
        Convolutions before = Convolutions.current();
        Map<ConvolutionCase, CheckedConvolution> detoured = new LinkedHashMap<>();
        before.known()
                .forEach((one, checked) -> detoured.put(one, fillsInPart(one.shape()) ? by(way, checked) : checked));
        Convolutions.replace(before.with(detoured));
        try {
            task.run();
        } finally {
            Convolutions.replace(before);
        }
    }

    private static CheckedConvolution by(ConvolutionWay way, CheckedConvolution checked) {
        String reason = way == ConvolutionWay.PLAIN ? null : "it is being measured";
        return new CheckedConvolution(checked.shape(), checked.twice(), checked.pictures(), way, reason);
    }

    private static boolean fillsInPart(ConvShape shape) {
        return shape.groups() == 1 && shape.kernel() > 1 && (fillsInPart(shape.in()) || fillsInPart(shape.out()));
    }

    private static boolean fillsInPart(int channels) {
        return channels > ConvolutionWay.VECTOR && channels % ConvolutionWay.VECTOR != 0;
    }
}
