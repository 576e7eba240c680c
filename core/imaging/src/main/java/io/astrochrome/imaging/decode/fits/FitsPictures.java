package io.astrochrome.imaging.decode.fits;

import io.astrochrome.imaging.decode.PictureNames;
import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The pictures of a file, and which of them may be the frame: those of a form that is read, not the ones called previews
 * where there are others, and the planes called SCI alone where a file has such (errors, weights and flags have their size).
 *
 * @param all in the file's order
 * @param meant those of them that may be the frame; not empty
 */
record FitsPictures(List<FitsUnit> all, List<FitsUnit> meant) {
    private static final String SCIENCE = "SCI";

    /**
     * Looks at headers alone.
     *
     * @throws RejectionException the first picture's where none is of a form that is read
     */
    static FitsPictures of(SourceFile source, List<FitsUnit> all) throws RejectionException {
        List<FitsUnit> readable = new ArrayList<>();
        RejectionException first = null;
        for (FitsUnit unit : all) {
            try {
                FitsLayout.of(source, unit, false);
                readable.add(unit);
            } catch (RejectionException e) {
                // A picture that is only too large is the frame all the same, and a small copy of it is not.
                if (e.reason() == RejectionReason.TOO_MANY_PIXELS) {
                    readable.add(unit);
                }
                first = first == null ? e : first;
            }
        }
        if (readable.isEmpty()) {
            throw first;
        }
        List<FitsUnit> frames = someOf(readable, unit -> !PictureNames.isOfPreview(unit.name()));
        return new FitsPictures(all, someOf(frames, unit -> unit.name().equalsIgnoreCase(SCIENCE)));
    }

    private static List<FitsUnit> someOf(List<FitsUnit> units, Predicate<FitsUnit> wanted) {
        List<FitsUnit> some = units.stream().filter(wanted).toList();
        return some.isEmpty() ? units : some;
    }

    /** The largest, the first of those where several are as large: guide stars and placeholders are smaller. */
    FitsUnit frame() {
        FitsUnit largest = meant.get(0);
        for (FitsUnit unit : meant) {
            if (unit.values() > largest.values()) {
                largest = unit;
            }
        }
        return largest;
    }
}
