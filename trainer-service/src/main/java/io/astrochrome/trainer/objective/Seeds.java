package io.astrochrome.trainer.objective;

/** Seeds that a run's seed, a purpose and a step decide, so that a resumed run draws what an uninterrupted one would. */
final class Seeds {
    static final int GENERATOR = 1;
    static final int CRITIC = 2;

    private Seeds() {}

    /** SplitMix64 over the three; Steele et al. 2014. */
    static long of(long seed, int purpose, long step) {
        long mixed = seed + 0x9e3779b97f4a7c15L * (4 * step + purpose);
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
