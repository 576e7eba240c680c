package io.astrochrome.bench.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Files that are no frames, though some of them look like one. */
final class BrokenFrames {
    private static final int CARD = 80;
    private static final int BLOCK = 2880;

    private BrokenFrames() {}

    /** One of several kinds; no two are the same bytes. */
    static Path write(Path file, Path whole, SplittableRandom random) throws IOException {
        var bytes = Files.readAllBytes(whole);
        return Files.write(
                file,
                switch (random.nextInt(4)) {
                    case 0 -> Arrays.copyOf(bytes, BLOCK + random.nextInt(bytes.length - 2 * BLOCK)); // cut off
                    case 1 -> header(8, 1 + random.nextInt(1 << 20), 1 << 20); // larger than any memory
                    case 2 -> header(-17, 100, 100 + random.nextInt(1 << 20)); // no such samples
                    default -> ("no frame, but " + random.nextLong()).getBytes(StandardCharsets.US_ASCII);
                });
    }

    private static byte[] header(int bitpix, int width, int height) {
        var cards = new StringBuilder();
        card(cards, "SIMPLE", "T");
        card(cards, "BITPIX", Integer.toString(bitpix));
        card(cards, "NAXIS", "2");
        card(cards, "NAXIS1", Integer.toString(width));
        card(cards, "NAXIS2", Integer.toString(height));
        cards.append(String.format("%-" + CARD + "s", "END"));
        return String.format("%-" + BLOCK + "s", cards).getBytes(StandardCharsets.US_ASCII);
    }

    private static void card(StringBuilder cards, String key, String value) {
        cards.append(String.format("%-" + CARD + "s", String.format("%-8s= %20s", key, value)));
    }
}
