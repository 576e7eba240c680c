package io.astrochrome.metrics.observatory.pictures;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.imaging.compose.KnownColours;
import io.astrochrome.imaging.write.KnownColoursFile;
import io.astrochrome.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * What of a picture's colours was not measured, to be laid over it: where a network guessed magenta, where a line's physics
 * gave the hue blue, as dense as they have a part; transparent where the colour was measured. Thread-safe.
 */
@ApplicationScoped
class MeasuredMask {
    private static final int LONG_SIDE = 512;
    private static final int GUESSED = 0xff3ea5;
    private static final int PHYSICS = 0x3e9bff;

    /** So that the picture is still seen. */
    private static final float DENSEST = 0.65f;

    private final ObjectStore store;

    MeasuredMask(ObjectStore store) {
        this.store = store;
    }

    /**
     * A PNG of the picture's shape, at most {@value #LONG_SIDE} px long.
     *
     * @throws IOException where the colours cannot be read
     */
    byte[] make(ObjectReference colours) throws IOException {
        KnownColours known = KnownColoursFile.read(store.fetch(colours));
        int width = known.colour().width();
        int height = known.colour().height();
        int step = Math.max(1, (Math.max(width, height) + LONG_SIDE - 1) / LONG_SIDE);
        BufferedImage mask =
                new BufferedImage(Math.max(1, width / step), Math.max(1, height / step), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < mask.getHeight(); y++) {
            for (int x = 0; x < mask.getWidth(); x++) {
                mask.setRGB(x, y, of(known, y * step * width + x * step));
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(mask, "png", png);
        return png.toByteArray();
    }

    private static int of(KnownColours known, int i) {
        float guessed = Math.max(0, 1 - known.measured()[i] - known.physics()[i]);
        float part = Math.max(guessed, known.physics()[i]);
        int alpha = Math.round(255 * DENSEST * Math.min(1, part));
        return alpha << 24 | (guessed >= known.physics()[i] ? GUESSED : PHYSICS);
    }
}
