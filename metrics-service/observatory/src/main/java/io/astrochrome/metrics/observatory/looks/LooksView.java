package io.astrochrome.metrics.observatory.looks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.metrics.observatory.pictures.PreviewTransformer;
import io.astrochrome.metrics.registry.looks.LookedFrame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target's newest frame in all looks, as the page reads it.
 *
 * @param frameId whose frame it is
 * @param modelId whose looks they are
 * @param palette that was chosen for the target; null for the model's choice
 * @param looks the likeliest first; none where the model offers none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LooksView(String frameId, String modelId, @Nullable String palette, List<Choice> looks) {
    /**
     * One look.
     *
     * @param likelihood from 0 to 1
     * @param picture the frame in it, a JPEG as a data address
     */
    record Choice(String name, double likelihood, String picture) {}

    static LooksView of(LookedFrame frame, @Nullable String palette) throws IOException {
        List<Choice> choices = new ArrayList<>();
        for (LookedFrame.OfLook look : frame.looks()) {
            byte[] jpeg = PreviewTransformer.write(drawn(look.picture()));
            choices.add(new Choice(
                    look.name(),
                    look.likelihood(),
                    "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg)));
        }
        return new LooksView(frame.frameId(), frame.modelId(), palette, choices);
    }

    private static BufferedImage drawn(LabImage lab) {
        float[][] rgb = LabPlanes.toSrgb(lab);
        BufferedImage picture = new BufferedImage(lab.width(), lab.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < rgb[0].length; i++) {
            int colour = byteOf(rgb[0][i]) << 16 | byteOf(rgb[1][i]) << 8 | byteOf(rgb[2][i]);
            picture.setRGB(i % lab.width(), i / lab.width(), colour);
        }
        return picture;
    }

    private static int byteOf(float share) {
        return Math.round(255 * Math.max(0, Math.min(1, share)));
    }
}
