package io.astrochrome.colorize.cli;

/** What became of a file. */
sealed interface ColorizeOutcome {
    /**
     * Its pictures are written.
     *
     * @param fits whether a FITS file is among them
     */
    record Coloured(int width, int height, boolean fits) implements ColorizeOutcome {}

    /**
     * It was not coloured.
     *
     * @param reason names the file and the rule it breaks
     */
    record Refused(String reason) implements ColorizeOutcome {}
}
