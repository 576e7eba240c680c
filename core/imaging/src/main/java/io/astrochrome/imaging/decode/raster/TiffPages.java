package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A TIFF's directories, and which of them is the picture: the largest that is no reduced copy and no mask, the first of those
 * where several are as large.
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
        return largest(pictures);
    }

    private static TiffDirectory largest(List<TiffDirectory> pictures) {
        TiffDirectory largest = pictures.get(0);
        for (TiffDirectory each : pictures) {
            if (each.pixels() > largest.pixels()) {
                largest = each;
            }
        }
        return largest;
    }

    /** Pages beside the picture, for a person to know of; thumbnails are none. */
    Optional<String> leftOut() {
        List<TiffDirectory> pages = chain.stream()
                .filter(page -> page.isPicture() && !page.isReduced())
                .toList();
        if (pages.size() < 2) {
            return Optional.empty();
        }
        String taken = largest(pictures()).equals(pages.get(0)) ? "first" : "largest";
        return Optional.of("the file has " + pages.size() + " pages; the " + taken + " is taken, " + (pages.size() - 1)
                + (pages.size() == 2 ? " is left out" : " are left out"));
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
