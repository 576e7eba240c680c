package io.astrochrome.trainer.network;

/**
 * What decides a critic's shape.
 *
 * @param kind basic or complex
 * @param width channels of its first stage; each further stage doubles them, up to eight times the width
 * @param dropout probability of dropping an activation, in [0, 1); only the complex critic has dropout
 */
public record CriticSettings(CriticKind kind, int width, double dropout) {
    /**
     * @throws IllegalArgumentException where the width is not positive or the dropout lies outside [0, 1)
     */
    public CriticSettings {
        if (width < 1) {
            throw new IllegalArgumentException("critic width must be at least 1, not " + width);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("critic dropout must lie in [0, 1), not " + dropout);
        }
    }

    /** The basic critic, 64 channels wide, without dropout. */
    public static CriticSettings basic() {
        return new CriticSettings(CriticKind.BASIC, 64, 0);
    }

    /** The complex critic, 64 channels wide, dropping a quarter of the activations. */
    public static CriticSettings complex() {
        return new CriticSettings(CriticKind.COMPLEX, 64, 0.25);
    }
}
