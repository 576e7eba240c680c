package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import java.util.Map;

/** Leaves a picture as it is: it was stretched before it came. */
public record NoStretch() implements Stretch {
    /** The stretch's name. */
    public static final String NAME = "none";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StretchCurve fit(DecodedFrame frame) {
        return curve();
    }

    /** The curve that changes nothing. */
    public static StretchCurve curve() {
        return StretchCurve.of(NAME, Map.of(), SampleLevels.UNIT);
    }
}
