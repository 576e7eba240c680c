package io.astrochrome.imaging.calibrate;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.fits.FitsFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a camera was set, as far as its darks and flats depend on it.
 *
 * @param width in px
 * @param height in px
 * @param channels 1, or 3 of a colour camera
 * @param gain as the header says; empty where it does not
 */
record CameraMode(int width, int height, int channels, Optional<Double> gain) {
    private static final List<String> GAIN_KEYWORDS = List.of("GAIN", "ISOSPEED");

    static CameraMode of(DecodedFrame frame) {
        FitsFacts facts = FitsFacts.of(frame.fitsCards().toArray(String[]::new));
        Optional<Double> gain = GAIN_KEYWORDS.stream()
                .flatMap(keyword -> facts.text(keyword).stream())
                .flatMap(CameraMode::number)
                .findFirst();
        return new CameraMode(frame.width(), frame.height(), frame.channels(), gain);
    }

    /** Whether a frame of the one can be calibrated by one of the other; what is not said contradicts nothing. */
    boolean suits(CameraMode other) {
        return width == other.width
                && height == other.height
                && channels == other.channels
                && (gain.isEmpty() || other.gain.isEmpty() || gain.equals(other.gain));
    }

    private static Stream<Double> number(String text) {
        try {
            return Stream.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Stream.empty();
        }
    }
}
