package io.astrochrome.imaging.stretch;

import java.util.List;

/**
 * A picture to look at: sRGB-encoded, unsigned 16 bits, rows from the top. Planes are shared, not copied.
 *
 * @param planes one (grey) or three (red, green, blue)
 */
public record StretchedFrame(int width, int height, List<short[]> planes) {
    public StretchedFrame {
        planes = List.copyOf(planes);
        if (planes.size() != 1 && planes.size() != 3) {
            throw new IllegalArgumentException("a frame has 1 or 3 planes, not " + planes.size());
        }
        for (short[] plane : planes) {
            if (plane.length != (long) width * height) {
                throw new IllegalArgumentException(
                        "a plane of " + width + " x " + height + " px cannot have " + plane.length + " values");
            }
        }
    }

    /** 1 or 3. */
    public int channels() {
        return planes.size();
    }

    /** Grey or red (0), green (1), blue (2). */
    public short[] plane(int channel) {
        return planes.get(channel);
    }
}
