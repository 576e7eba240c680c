package io.astrochrome.imaging.write;

import io.astrochrome.imaging.chroma.RgbSink;
import io.astrochrome.imaging.chroma.RgbStrip;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A picture whose samples follow a formula, so that a reader's result can be checked sample by sample. */
final class TestPictures {
    static final Provenance PROVENANCE = new Provenance(
            "0.1.0",
            "ab".repeat(32),
            "test-unet",
            "m31_L_0001.fits",
            "cd".repeat(32),
            "M 31",
            "midtone-linked",
            Map.of("shadows", 0.125, "midtones", 0.25),
            null);

    static final List<String> SOURCE_CARDS = List.of(
            FitsCard.card("SIMPLE  =                    T / as the camera wrote it"),
            FitsCard.card("BITPIX  =                  -32"),
            FitsCard.card("NAXIS   =                    2"),
            FitsCard.card("NAXIS1  =                 9999"),
            FitsCard.card("NAXIS2  =                 9999"),
            FitsCard.card("BZERO   =                  0.5"),
            FitsCard.card("OBJECT  = 'M 31    '           / what the mount was sent to"),
            FitsCard.card("BAYERPAT= 'RGGB    '"),
            FitsCard.card("CTYPE1  = 'RA---TAN'"),
            FitsCard.card("CRVAL1  =        10.6847929167"),
            FitsCard.card("OBSERVER= 'a name that is so long that it does not fit into a card of eig&'"),
            FitsCard.card("CONTINUE  'hty characters'"),
            FitsCard.card("CHECKSUM= 'abcdefghabcdefgh'"),
            FitsCard.card("HISTORY calibrated with darks"),
            FitsCard.card("ACMODEL = 'an earlier one'"));

    private TestPictures() {}

    static int sample(int c, int x, int y) {
        return (x * 977 + y * 7919 + c * 20011 + x * y * 13) & 0xffff;
    }

    /** Gives the picture to the sink in strips of {@code rowsAtOnce} rows. */
    static void send(RgbSink sink, int width, int height, int rowsAtOnce) throws IOException {
        for (int first = 0; first < height; first += rowsAtOnce) {
            int rows = Math.min(rowsAtOnce, height - first);
            short[][] planes = new short[3][width * rows];
            for (int c = 0; c < 3; c++) {
                for (int i = 0; i < width * rows; i++) {
                    planes[c][i] = (short) sample(c, i % width, first + i / width);
                }
            }
            sink.accept(new RgbStrip(width, first, rows, planes[0], planes[1], planes[2]));
        }
    }
}
