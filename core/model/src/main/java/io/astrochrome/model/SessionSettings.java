package io.astrochrome.model;

/**
 * How ONNX Runtime runs a model.
 *
 * @param intraOpThreads threads within one operator, at least 1
 * @param interOpThreads operators side by side, at least 1
 * @param preferCuda whether the CUDA execution provider is tried before the CPU
 * @param spin whether idle threads spin for the next operator: a little faster alone, much slower where others want the
 *     cores
 */
public record SessionSettings(int intraOpThreads, int interOpThreads, boolean preferCuda, boolean spin) {
    /** As many threads as there are processors, CUDA where it loads, no spinning. */
    public static final SessionSettings DEFAULT =
            new SessionSettings(Runtime.getRuntime().availableProcessors(), 1, true, false);

    public SessionSettings {
        if (intraOpThreads < 1 || interOpThreads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + intraOpThreads + " within and "
                    + interOpThreads + " across operators");
        }
    }

    /** The same on the CPU with so many threads. */
    public static SessionSettings cpu(int intraOpThreads) {
        return new SessionSettings(intraOpThreads, 1, false, false);
    }
}
