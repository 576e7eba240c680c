package io.astrochrome.trainer.evaluate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A data folder of made-up pictures, each with a tint of its own and colours that go a little with its lightness. */
record MadeFolder(Path folder, List<BufferedImage> training, List<BufferedImage> validation) {
    private static final int SIDE = 224;
    private static final int PICTURES = 20;

    static MadeFolder in(Path folder) throws IOException {
        MadeFolder made = new MadeFolder(folder, new ArrayList<>(), new ArrayList<>());
        StringBuilder manifest = new StringBuilder("file,split,group,class,object,licence\n");
        for (int i = 0; i < PICTURES; i++) {
            boolean judged = i % 3 == 0;
            BufferedImage picture = picture(i);
            (judged ? made.validation : made.training).add(picture);
            ImageIO.write(picture, "png", folder.resolve(i + ".png").toFile());
            manifest.append("%d.png,%s,g%d,%s,object %d,public domain\n"
                    .formatted(i, judged ? "validation" : "train", i, i % 2 == 0 ? "nebula" : "galaxy", i));
        }
        Files.writeString(folder.resolve("manifest.csv"), manifest);
        return made;
    }

    private static BufferedImage picture(int number) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        double tint = 0.06 * Math.sin(1.7 * number);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double light = 0.45 + 0.4 * Math.sin(0.05 * x + number) * Math.cos(0.04 * y + 2 * number);
                double warmth = tint + 0.12 * (light - 0.3) + 0.03 * Math.sin(0.2 * x + 0.1 * y);
                picture.setRGB(x, y, channel(light + warmth) << 16 | channel(light) << 8 | channel(light - warmth));
            }
        }
        return picture;
    }

    private static int channel(double value) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
    }
}
