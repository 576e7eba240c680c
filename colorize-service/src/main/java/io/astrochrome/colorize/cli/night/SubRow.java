package io.astrochrome.colorize.cli.night;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.night.SubFate;
import io.astrochrome.imaging.night.SubQuality;
import org.jspecify.annotations.Nullable;

/**
 * One exposure and what became of it, as the tables have it.
 *
 * @param file its name
 * @param filter as written; null where the file could not be read
 * @param role what that means
 * @param seconds of exposure
 * @param stars how many were found
 * @param fwhm of its stars in its px
 * @param elongation of its stars
 * @param background in its units
 * @param noise in its units
 * @param dx from its first pixel to the grid's, in the grid's px
 * @param dy as {@code dx}
 * @param rotation on the grid, in degrees
 * @param scale of its pixels on the grid
 * @param residual median distance of its stars, in the grid's px
 * @param brightness of its stars as a part of the reference's
 * @param weight in its stack
 * @param calibration what was taken off it; null where it is in no stack, empty where nothing was
 * @param stacked whether it is in one
 * @param reason why not; null where it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"file", "stacked", "reason", "filter", "role", "seconds"})
record SubRow(
        String file,
        @Nullable String filter,
        @Nullable String role,
        @Nullable Double seconds,
        @Nullable Integer stars,
        @Nullable Double fwhm,
        @Nullable Double elongation,
        @Nullable Double background,
        @Nullable Double noise,
        @Nullable Double dx,
        @Nullable Double dy,
        @Nullable Double rotation,
        @Nullable Double scale,
        @Nullable Double residual,
        @Nullable Double brightness,
        @Nullable Double weight,
        @Nullable String calibration,
        boolean stacked,
        @Nullable String reason) {
    static SubRow of(String file, SubFacts facts, SubFate fate) {
        SubQuality quality = fate.measured().orElse(null);
        SubFate.Stacked in = fate instanceof SubFate.Stacked stacked ? stacked : null;
        return new SubRow(
                file,
                facts.filter(),
                facts.role().label(),
                facts.seconds(),
                quality == null ? null : quality.stars(),
                quality == null ? null : quality.width(),
                quality == null ? null : quality.elongation(),
                quality == null ? null : quality.background(),
                quality == null ? null : quality.noise(),
                in == null ? null : in.pose().x0(),
                in == null ? null : in.pose().y0(),
                in == null ? null : in.pose().rotationDegrees(),
                in == null ? null : in.pose().scale(),
                in == null ? null : in.residual(),
                in == null ? null : in.brightness(),
                in == null ? null : in.weight(),
                in == null ? null : in.calibration(),
                in != null,
                fate instanceof SubFate.Refused refused ? refused.reason() : null);
    }

    static SubRow unread(String file, String reason) {
        return new SubRow(
                file, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                false, reason);
    }
}
