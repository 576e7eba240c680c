package io.astrochrome.imaging.decode.fits;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The chips of one detector, each an extension of its own, and where each lies in the whole. They are put together where
 * their world coordinates are the same but for a whole number of pixels, or where DETSEC or CCDSEC says where each lies,
 * whichever places most; they must be grey, of one kind of numbers, and no two may share a pixel. A single picture less its
 * overscan is a whole of one chip.
 *
 * @param told by what the places are known
 * @param unplaced what chips are called that say where they lie and are not among these
 * @param width of the whole in px
 * @param height of the whole in px
 */
record ChipMosaic(List<Chip> chips, String told, List<String> unplaced, int width, int height) {
    private static final String BY_COORDINATES = "world coordinates";
    private static final String BY_TRIMMING = "trimming";

    /** Coordinates first, since they hold for the whole too. */
    private static final List<String> WAYS = List.of(BY_COORDINATES, "DETSEC", "CCDSEC");

    /** More are of no detector: LSST's camera has 189. */
    private static final int MOST_CHIPS = 256;

    /** More of the whole than this times the chips' pixels is no gap between chips but a wrong place. */
    private static final long MOST_OF_GAPS = 4;

    /** Keywords of where on the detector a chip lies; they hold for the chip alone. */
    private static final String OF_ONE_CHIP =
            "(DET|CCD|DATA|TRIM|BIAS|AMP|ORG)SEC\\w*|LT[VM]\\d(_\\d)?|[AD]T[VM]\\d(_\\d)?|EXTNAME|EXTVER|IMAGEID|CCDNAME";

    /**
     * The chips among a file's pictures; empty where the frame is not one of several, or the whole is beyond the limits.
     *
     * @param frame decides what kind they are
     */
    static Optional<ChipMosaic> of(SourceFile source, FitsUnit frame, List<FitsUnit> pictures) {
        if (pictures.size() < 2 || pictures.size() > MOST_CHIPS) {
            return Optional.empty();
        }
        List<FitsUnit> alike = new ArrayList<>();
        for (FitsUnit unit : pictures) {
            if (isGrey(source, unit) && isStoredAs(frame, unit)) {
                alike.add(unit);
            }
        }
        Optional<ChipMosaic> most = Optional.empty();
        for (String told : WAYS) {
            most = Stream.concat(
                            most.stream(),
                            whole(told, alike, pictures).stream()
                                    .filter(mosaic -> mosaic.units().contains(frame))
                                    .filter(mosaic -> (long) mosaic.width * mosaic.height
                                            <= source.limits().maxPixels()))
                    .reduce((before, next) -> next.chips.size() > before.chips.size() ? next : before);
        }
        return most;
    }

    /** One picture without the overscan around its DATASEC or TRIMSEC; empty where that leaves nothing out. */
    static Optional<ChipMosaic> trimmed(FitsUnit unit) {
        return ChipPlaces.trimmed(unit)
                .map(chip -> new ChipMosaic(List.of(chip), BY_TRIMMING, List.of(), chip.width(), chip.height()));
    }

    private static boolean isGrey(SourceFile source, FitsUnit unit) {
        try {
            FitsHeaders.dataBytes(source, unit);
            return FitsLayout.of(source, unit, false).channels() == 1;
        } catch (RejectionException e) {
            return false;
        }
    }

    private static boolean isStoredAs(FitsUnit first, FitsUnit unit) {
        return unit.bitpix() == first.bitpix()
                && FitsScaling.of(unit.header(), unit.bitpix()).equals(FitsScaling.of(first.header(), first.bitpix()));
    }

    private static Optional<ChipMosaic> whole(String told, List<FitsUnit> alike, List<FitsUnit> pictures) {
        List<Chip> placed =
                told.equals(BY_COORDINATES) ? ChipPlaces.byCoordinates(alike) : ChipPlaces.bySection(alike, told);
        if (placed.size() < 2) {
            return Optional.empty();
        }
        long left = placed.stream().mapToLong(Chip::x).min().orElseThrow();
        long low = placed.stream().mapToLong(Chip::y).min().orElseThrow();
        List<Chip> chips = placed.stream().map(chip -> chip.moved(-left, -low)).toList();
        long width = chips.stream().mapToLong(Chip::right).max().orElseThrow();
        long height = chips.stream().mapToLong(Chip::top).max().orElseThrow();
        long pixels = chips.stream()
                .mapToLong(chip -> (long) chip.width() * chip.height())
                .sum();
        boolean reasonable = width <= Integer.MAX_VALUE
                && height <= Integer.MAX_VALUE
                && width <= MOST_OF_GAPS * pixels / height
                && areApart(chips);
        if (!reasonable) {
            return Optional.empty();
        }
        List<FitsUnit> units = chips.stream().map(Chip::unit).toList();
        List<String> unplaced = pictures.stream()
                .filter(unit -> !units.contains(unit))
                .filter(unit -> unit.header().containsKey(told.equals(BY_COORDINATES) ? "CRPIX1" : told))
                .map(FitsUnit::name)
                .toList();
        return Optional.of(new ChipMosaic(chips, told, unplaced, (int) width, (int) height));
    }

    private static boolean areApart(List<Chip> chips) {
        for (int i = 0; i < chips.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (chips.get(i).overlaps(chips.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    List<FitsUnit> units() {
        return chips.stream().map(Chip::unit).toList();
    }

    String note() {
        if (told.equals(BY_TRIMMING)) {
            return "the overscan around its " + width + " x " + height + " pixels of sky is cut off";
        }
        String without = unplaced.isEmpty() ? "" : "; dark is the place of " + String.join(", ", unplaced);
        return "put together of " + chips.size() + " chips by their " + told + without;
    }

    /** What {@link ChipPixels} keeps. */
    long workingBytes() {
        return chips.stream()
                .mapToLong(chip -> chip.flippedRows() ? chip.unit().values() * Double.BYTES : 0)
                .sum();
    }

    /**
     * The first chip's cards as they hold for the whole: without its place on the detector, its world coordinates moved
     * with it, or left out where they do not tell where the others lie.
     */
    List<String> cards(List<String> ofTheFirst) {
        boolean keepsCoordinates = told.equals(BY_COORDINATES) || told.equals(BY_TRIMMING);
        List<String> cards = new ArrayList<>();
        for (String card : ofTheFirst) {
            String keyword = FitsCards.keyword(card);
            if (keyword.matches(OF_ONE_CHIP) || (!keepsCoordinates && FitsCards.isOfWorldCoordinates(card))) {
                continue;
            }
            cards.add(keyword.matches("CRPIX[12][A-Z]?") ? moved(card, keyword) : card);
        }
        return cards;
    }

    private String moved(String card, String keyword) {
        Chip first = chips.get(0);
        double pixel = first.unit().header().getDoubleValue(keyword, Double.NaN);
        double whole = pixel + (keyword.charAt(5) == '1' ? first.x() - first.dataX() : first.y() - first.dataY());
        return Double.isNaN(whole)
                ? card
                : String.format(
                        Locale.ROOT,
                        "%-80s",
                        String.format(Locale.ROOT, "%-8s= %20s", keyword, Double.toString(whole)));
    }
}
