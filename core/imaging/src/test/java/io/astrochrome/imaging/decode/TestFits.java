package io.astrochrome.imaging.decode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import nom.tam.fits.NullDataHDU;
import nom.tam.util.FitsOutputStream;

/** Makes FITS files through nom-tam-fits: arrays are [row][column] or [plane][row][column], in the file's order. */
public final class TestFits {
    private final Object array;
    private final Map<String, Object> keywords = new LinkedHashMap<>();
    private final Map<String, String> history = new LinkedHashMap<>();
    private boolean inExtension;

    private TestFits(Object array) {
        this.array = array;
    }

    public static TestFits of(Object array) {
        return new TestFits(array);
    }

    public TestFits with(String keyword, Object value) {
        keywords.put(keyword, value);
        return this;
    }

    public TestFits history(String text) {
        history.put("HISTORY", text);
        return this;
    }

    /** Behind an empty primary unit. */
    public TestFits inExtension() {
        inExtension = true;
        return this;
    }

    public byte[] bytes() {
        try (Fits fits = new Fits();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                FitsOutputStream out = new FitsOutputStream(bytes)) {
            BasicHDU<?> image = Fits.makeHDU(array);
            if (inExtension) {
                NullDataHDU primary = new NullDataHDU();
                primary.addValue("OBJECT", "NGC 7000", "of the primary unit");
                fits.addHDU(primary);
            }
            for (Map.Entry<String, Object> keyword : keywords.entrySet()) {
                add(image.getHeader(), keyword.getKey(), keyword.getValue());
            }
            for (String text : history.values()) {
                image.getHeader().insertHistory(text);
            }
            fits.addHDU(image);
            fits.write(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FitsException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Header header, String keyword, Object value) throws FitsException {
        if (value instanceof String text) {
            header.addValue(keyword, text, "");
        } else if (value instanceof Double number) {
            header.addValue(keyword, number, "");
        } else {
            header.addValue(keyword, ((Number) value).longValue(), "");
        }
    }
}
