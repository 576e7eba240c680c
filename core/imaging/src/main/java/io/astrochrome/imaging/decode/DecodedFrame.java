package io.astrochrome.imaging.decode;

import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A frame's pixels. Planes are shared, not copied: whoever changes them owns the frame.
 *
 * @param mediaType of the file
 * @param width in px, upright
 * @param height in px, upright
 * @param linear whether the values are proportional to light and need a stretch to be looked at; where not, they are
 *     sRGB-encoded
 * @param levels what 0 and 1 were in the file
 * @param planes one (grey) or three (red, green, blue), all of one kind
 * @param fitsCards the original header's cards of 80 characters that do not describe the array itself; empty where the
 *     file has none
 * @param object what the telescope pointed at
 * @param exposedAt start of the exposure
 * @param notes sentences for people on how the picture was taken from the file where that was not plain, such as what else
 *     the file has in it
 */
public record DecodedFrame(
        MediaType mediaType,
        int width,
        int height,
        boolean linear,
        SampleLevels levels,
        List<Samples> planes,
        List<String> fitsCards,
        Optional<String> object,
        Optional<Instant> exposedAt,
        List<String> notes) {
    public DecodedFrame {
        notes = List.copyOf(notes);
        planes = List.copyOf(planes);
        fitsCards = List.copyOf(fitsCards);
        if (planes.size() != 1 && planes.size() != 3) {
            throw new IllegalArgumentException("a frame has 1 or 3 planes, not " + planes.size());
        }
        for (Samples plane : planes) {
            if (plane.length() != (long) width * height) {
                throw new IllegalArgumentException(
                        "a plane of " + width + " x " + height + " px cannot have " + plane.length() + " values");
            }
        }
    }

    /** A frame with nothing to note. */
    public DecodedFrame(
            MediaType mediaType,
            int width,
            int height,
            boolean linear,
            SampleLevels levels,
            List<Samples> planes,
            List<String> fitsCards,
            Optional<String> object,
            Optional<Instant> exposedAt) {
        this(mediaType, width, height, linear, levels, planes, fitsCards, object, exposedAt, List.of());
    }

    /** The same with more to note. */
    public DecodedFrame noting(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new DecodedFrame(mediaType, width, height, linear, levels, planes, fitsCards, object, exposedAt, all);
    }

    /** 1 or 3. */
    public int channels() {
        return planes.size();
    }

    /** Width times height. */
    public int pixels() {
        return width * height;
    }

    /** Grey or red (0), green (1), blue (2). */
    public Samples plane(int channel) {
        return planes.get(channel);
    }
}
