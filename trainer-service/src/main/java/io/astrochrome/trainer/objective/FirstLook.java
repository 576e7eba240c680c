package io.astrochrome.trainer.objective;

/**
 * What a model that offers looks is steered with where nothing else steers it: by the likeliest look. A palette that is
 * scaled down is made up for by that look as far as it is.
 *
 * @param looks the looks' palettes, {@code [count, K]}
 * @param vividness what each look's chroma is multiplied by, {@code [count]}
 */
record FirstLook(float[] looks, float[] vividness) {
    /**
     * Palettes with what they lack.
     *
     * @param palettes {@code [n, K]}; the last value of each says how far it is given
     * @param likelihoods {@code [n, count]}
     */
    float[] completed(float[] palettes, float[] likelihoods) {
        int width = looks.length / vividness.length;
        float[] completed = new float[palettes.length];
        for (int picture = 0; picture < palettes.length / width; picture++) {
            int likeliest = likeliest(likelihoods, picture);
            float missing = 1 - palettes[(picture + 1) * width - 1];
            for (int i = 0; i < width; i++) {
                completed[picture * width + i] = palettes[picture * width + i] + missing * looks[likeliest * width + i];
            }
        }
        return completed;
    }

    /** Multiplies the chroma {@code [n, ...]} that was made with those palettes as far as looks have a part in them. */
    void enliven(float[] ab, float[] palettes, float[] likelihoods) {
        int width = looks.length / vividness.length;
        int pictures = palettes.length / width;
        for (int i = 0; i < ab.length; i++) {
            int picture = (int) ((long) i * pictures / ab.length);
            float missing = 1 - palettes[(picture + 1) * width - 1];
            float factor = 1 + missing * (vividness[likeliest(likelihoods, picture)] - 1);
            ab[i] = Math.max(-1, Math.min(1, ab[i] * factor));
        }
    }

    private int likeliest(float[] likelihoods, int picture) {
        int likeliest = 0;
        for (int look = 1; look < vividness.length; look++) {
            if (likelihoods[picture * vividness.length + look] > likelihoods[picture * vividness.length + likeliest]) {
                likeliest = look;
            }
        }
        return likeliest;
    }
}
