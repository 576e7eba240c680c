package io.astrochrome.imaging.night;

import io.astrochrome.imaging.calibrate.Calibration;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.linear.ChannelLight;
import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.linear.SparePlanes;
import io.astrochrome.imaging.register.SkyBackground;
import io.astrochrome.imaging.register.Star;
import io.astrochrome.imaging.register.StarFinder;
import io.astrochrome.imaging.stack.HotPixels;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exposure before it is laid on the others: its planes on a coarser grid, and what was found in their mean. */
public final class MeasuredSub {
    private final List<LinearPlane> planes;
    private final List<Star> stars;
    private final @Nullable SkyBackground background;
    private final @Nullable SubQuality quality;
    private final String calibration;
    private final Optional<String> refusal;

    private MeasuredSub(
            List<LinearPlane> planes,
            List<Star> stars,
            @Nullable SkyBackground background,
            String calibration,
            Optional<String> refusal) {
        this.planes = planes;
        this.stars = stars;
        this.background = background;
        this.quality = background == null ? null : SubQuality.of(stars, background);
        this.calibration = calibration;
        this.refusal = refusal;
    }

    /** One that is none of a stack, and was not looked at. */
    static MeasuredSub refused(String reason) {
        return new MeasuredSub(List.of(), List.of(), null, "", Optional.of(reason));
    }

    /**
     * Measures a linear frame.
     *
     * @param shortSide about which it is binned to, in px; 0 for its own size
     * @param spare gives its planes, which go back when it is stacked
     */
    static MeasuredSub of(
            DecodedFrame frame, Calibration calibration, int shortSide, StarFinder finder, SparePlanes spare) {
        int side = shortSide <= 0
                ? 1
                : Math.max(1, (int) Math.round(Math.min(frame.width(), frame.height()) / (double) shortSide));
        List<LinearPlane> planes = new ArrayList<>();
        for (int channel = 0; channel < frame.channels(); channel++) {
            ChannelLight light = calibration.apply(ChannelLight.of(frame, channel), channel);
            planes.add(HotPixels.mended(light, side, spare));
        }
        LinearPlane light = planes.size() == 1 ? planes.get(0) : LinearPlane.mean(planes.toArray(LinearPlane[]::new));
        SkyBackground background = SkyBackground.of(light);
        List<Star> stars = finder.find(light, background, spare);
        return new MeasuredSub(planes, stars, background, calibration.summary(), Optional.empty());
    }

    List<LinearPlane> planes() {
        return planes;
    }

    List<Star> stars() {
        return stars;
    }

    SkyBackground background() {
        return Objects.requireNonNull(background, "it was not looked at");
    }

    SubQuality quality() {
        return Objects.requireNonNull(quality, "it was not looked at");
    }

    String calibration() {
        return calibration;
    }

    /** Why it is none of a stack whatever it shows; empty where it may be. */
    Optional<String> refusal() {
        return refusal;
    }
}
