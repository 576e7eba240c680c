package io.astrochrome.colorize.cli;

import java.util.List;

/** What became of a file. */
sealed interface ColorizeOutcome {
    /**
     * Its pictures are written.
     *
     * @param fits whether a FITS file is among them
     * @param notes what to know of how the picture was taken from the file
     */
    record Coloured(int width, int height, boolean fits, List<String> notes) implements ColorizeOutcome {
        public Coloured {
            notes = List.copyOf(notes);
        }
    }

    /** It is a picture that was coloured here before. */
    record OwnPicture() implements ColorizeOutcome {}

    /**
     * It was not coloured.
     *
     * @param reason names the file and the rule it breaks
     */
    record Refused(String reason) implements ColorizeOutcome {}
}
