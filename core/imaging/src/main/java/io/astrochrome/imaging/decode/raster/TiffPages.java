package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A TIFF's directories, and which of them is the picture: the first page that is no reduced copy, or a larger picture in a
 * sub-directory of it; never a thumbnail or a mask.
 *
 * @param chain the pages, as they follow each other
 * @param below directories that others lead to: of pictures, EXIF and GPS
 */
record TiffPages(List<TiffDirectory> chain, List<TiffDirectory> below) {
    /** What camera raw is, and what to do with it. */
    static final String CAMERA_RAW =
            "is camera raw (%s), which is not read; convert it to FITS, XISF or 16-bit TIFF with the"
                    + " camera's program, Siril, darktable or RawTherapee";

    TiffPages {
        chain = List.copyOf(chain);
        below = List.copyOf(below);
    }

    TiffDirectory picture(SourceFile source) throws RejectionException {
        List<TiffDirectory> pictures = pictures();
        for (TiffDirectory each : all()) {
            Optional<String> raw = each.cameraRaw();
            if (raw.isPresent()) {
                throw source.rejection(RejectionReason.UNSUPPORTED, CAMERA_RAW.formatted(raw.get()));
            }
        }
        if (pictures.isEmpty()) {
            boolean reduced = all().stream().anyMatch(TiffDirectory::isPicture);
            throw source.rejection(
                    RejectionReason.UNSUPPORTED,
                    reduced
                            ? "is a TIFF with nothing but a reduced copy of a picture in it"
                            : "is a TIFF without a picture in it");
        }
        TiffDirectory first = pictures.get(0);
        return below.stream()
                .filter(TiffDirectory::isPicture)
                .filter(each -> !each.isReduced())
                .max(Comparator.comparingLong(TiffDirectory::pixels))
                .filter(largest -> largest.pixels() > first.pixels())
                .orElse(first);
    }

    /** Pages beside the picture, for a person to know of; thumbnails are none. */
    Optional<String> leftOut() {
        long pages = chain.stream()
                .filter(page -> page.isPicture() && !page.isReduced())
                .count();
        return pages > 1
                ? Optional.of("the file has " + pages + " pages; the first is taken, " + (pages - 1)
                        + (pages == 2 ? " is left out" : " are left out"))
                : Optional.empty();
    }

    private List<TiffDirectory> pictures() {
        return all().stream()
                .filter(each -> each.isPicture() && !each.isReduced())
                .toList();
    }

    private List<TiffDirectory> all() {
        List<TiffDirectory> all = new ArrayList<>(chain);
        all.addAll(below);
        return all;
    }
}
