package io.astrochrome.imaging.write;

import io.astrochrome.imaging.decode.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Knows the pictures that {@link PictureWriter} made again by what they say of themselves, whatever they are called. */
public final class OwnPictures {
    /** Metadata come before pixels, a frame's own header of some thousand cards before ours. */
    private static final int MOST_BYTES = 4 << 20;

    private static final int FIRST_BYTES = 1 << 16;
    private static final String FITS = "SIMPLE  =";
    private static final String PNG = "\u0089PNG\r\n";
    private static final String JPEG = "\u00ff\u00d8\u00ff";

    private OwnPictures() {}

    /** Whether the file is one; false where it cannot be read, since whoever reads it then is told why. */
    public static boolean contain(Path file) {
        if (FileTrouble.ofKind(file).isPresent()) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String first = text(in.readNBytes(FIRST_BYTES));
            if (first.startsWith(PNG) || first.startsWith(JPEG)) {
                return first.contains(XmpPacket.SOURCE_TYPES) && first.contains(ColourSentence.CREATOR);
            }
            return first.startsWith(FITS) && saysSo(first, in);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean saysSo(String first, InputStream in) throws IOException {
        String header = first;
        int read = 0;
        while (read < MOST_BYTES) {
            for (int at = 0; at + FitsCard.LENGTH <= header.length(); at += FitsCard.LENGTH) {
                String card = header.substring(at, at + FitsCard.LENGTH);
                if (card.startsWith(ColourKeywords.SYNTHETIC_CARD)) {
                    return true;
                }
                if (FitsCard.keyword(card).equals("END")) {
                    return false;
                }
            }
            read += header.length();
            header = header.substring(header.length() / FitsCard.LENGTH * FitsCard.LENGTH)
                    + text(in.readNBytes(FIRST_BYTES));
            if (header.length() < FitsCard.LENGTH) {
                return false;
            }
        }
        return false;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
