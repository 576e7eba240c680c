package io.astrochrome.colorize.replay;

/**
 * What a replay came to.
 *
 * @param coloured frames
 * @param refused records that could not be coloured
 * @param scored frames whose true colours are known
 * @param meanGainDecibels of those over a grey picture; not a number where there are none
 */
public record ReplayFigures(int coloured, int refused, int scored, double meanGainDecibels) {}
