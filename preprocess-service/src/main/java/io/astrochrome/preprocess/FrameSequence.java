package io.astrochrome.preprocess;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The frames that share a static stretch: of one target, and taken alike. A luminance filter and a hydrogen one, or
 * exposures of 10 and of 300 seconds, of the same target have backgrounds of their own.
 *
 * @param hash SHA-256 over all that must be the same
 */
record FrameSequence(String target, String hash) {
    private static final List<String> TAKEN_ALIKE =
            List.of("INSTRUME", "FILTER", "EXPTIME", "EXPOSURE", "GAIN", "OFFSET", "XBINNING", "TELESCOP");

    private static final int KEYWORD_LENGTH = 8;

    static FrameSequence of(String target, String stretch, DecodedFrame frame) {
        StringBuilder same = new StringBuilder()
                .append(target)
                .append('\n')
                .append(stretch)
                .append('\n')
                .append(frame.width() + "x" + frame.height() + "x" + frame.channels())
                .append('\n');
        for (String keyword : TAKEN_ALIKE) {
            frame.fitsCards().stream()
                    .filter(card -> card.substring(0, KEYWORD_LENGTH).trim().equals(keyword))
                    .findFirst()
                    .ifPresent(card -> same.append(valueOf(card)).append('\n'));
        }
        return new FrameSequence(target, Sha256.of(same.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Where the sequence's stretch is kept in the object store. */
    String key() {
        return ObjectKeys.stretch(target, hash);
    }

    private static String valueOf(String card) {
        int comment = card.indexOf('/');
        return (comment < 0 ? card : card.substring(0, comment)).trim();
    }
}
