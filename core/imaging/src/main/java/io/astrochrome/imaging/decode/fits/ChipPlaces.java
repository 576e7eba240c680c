package io.astrochrome.imaging.decode.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nom.tam.fits.Header;
import org.jspecify.annotations.Nullable;

/** Where headers say that chips lie; a chip whose header does not say is left out. */
final class ChipPlaces {
    private static final Pattern SECTION = Pattern.compile("\\[ *(\\d+) *: *(\\d+) *, *(\\d+) *: *(\\d+) *\\]");

    /** Of a pixel; what is beyond is no shift by whole pixels. */
    private static final double WHOLE = 0.05;

    /** Of a scale or an angle's cosine; over 10,000 pixels it is a hundredth of one. */
    private static final double SAME = 1e-6;

    private static final double FARTHEST = 1e8;

    private ChipPlaces() {}

    /** A rectangle [x1:x2,y1:y2], counted from 1, ends included. */
    private record Section(int x1, int x2, int y1, int y2) {
        static Optional<Section> of(Header header, String keyword) {
            String text = header.getStringValue(keyword);
            Matcher section = SECTION.matcher(text == null ? "" : text.trim());
            try {
                return section.matches()
                        ? Optional.of(new Section(
                                Integer.parseInt(section.group(1)),
                                Integer.parseInt(section.group(2)),
                                Integer.parseInt(section.group(3)),
                                Integer.parseInt(section.group(4))))
                        : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        int left() {
            return Math.min(x1, x2) - 1;
        }

        int low() {
            return Math.min(y1, y2) - 1;
        }

        int width() {
            return Math.abs(x2 - x1) + 1;
        }

        int height() {
            return Math.abs(y2 - y1) + 1;
        }
    }

    /** By DETSEC or CCDSEC in pixels of the detector, binned or not; DATASEC is what of the picture lies there. */
    static List<Chip> bySection(List<FitsUnit> units, String keyword) {
        List<Chip> chips = new ArrayList<>();
        for (FitsUnit unit : units) {
            Optional<Section> place = Section.of(unit.header(), keyword);
            Section data = data(unit);
            if (place.isEmpty() || !lies(data, unit)) {
                continue;
            }
            Section at = place.get();
            int across = at.width() / data.width();
            int down = at.height() / data.height();
            if (across < 1 || down < 1 || across * data.width() != at.width() || down * data.height() != at.height()) {
                continue;
            }
            chips.add(new Chip(
                    unit,
                    data.left(),
                    data.low(),
                    data.width(),
                    data.height(),
                    at.left() / across,
                    at.low() / down,
                    at.x1 > at.x2 != data.x1 > data.x2,
                    at.y1 > at.y2 != data.y1 > data.y2));
        }
        return chips;
    }

    /** By reference pixels of the same point of the sky, at one scale and rotation. */
    static List<Chip> byCoordinates(List<FitsUnit> units) {
        List<Chip> chips = new ArrayList<>();
        double[] first = units.isEmpty() ? null : linear(units.get(0).header());
        if (first == null) {
            return chips;
        }
        Header reference = units.get(0).header();
        for (FitsUnit unit : units) {
            Header header = unit.header();
            double[] linear = linear(header);
            Section data = data(unit);
            if (linear == null || !lies(data, unit)) {
                continue;
            }
            // A chip that was read from another corner has its axes turned round.
            boolean flippedColumns = isOpposite(first, linear, 0);
            boolean flippedRows = isOpposite(first, linear, 1);
            double column = reference.getDoubleValue("CRPIX1", 0)
                    + fromReference(header.getDoubleValue("CRPIX1", 0), data.left(), data.width(), flippedColumns);
            double row = reference.getDoubleValue("CRPIX2", 0)
                    + fromReference(header.getDoubleValue("CRPIX2", 0), data.low(), data.height(), flippedRows);
            if (isSame(first, turned(linear, flippedColumns, flippedRows)) && isWhole(column) && isWhole(row)) {
                chips.add(new Chip(
                        unit,
                        data.left(),
                        data.low(),
                        data.width(),
                        data.height(),
                        Math.round(column),
                        Math.round(row),
                        flippedColumns,
                        flippedRows));
            }
        }
        return chips;
    }

    /** How far before or behind the reference pixel, in the whole's direction, the data begin. */
    private static double fromReference(double pixel, int begin, int length, boolean flipped) {
        return flipped ? pixel - begin - length - 1 : begin - pixel;
    }

    private static boolean isOpposite(double[] first, double[] linear, int column) {
        return first[2 + column] * linear[2 + column] + first[4 + column] * linear[4 + column] < 0;
    }

    private static double[] turned(double[] linear, boolean columns, boolean rows) {
        double[] turned = linear.clone();
        for (int i = 2; i < turned.length; i++) {
            turned[i] *= (i % 2 == 0 ? columns : rows) ? -1 : 1;
        }
        return turned;
    }

    /** The picture's part of the sky as a chip at the whole's corner; empty where that is all of it, or not in it. */
    static Optional<Chip> trimmed(FitsUnit unit) {
        return said(unit)
                .filter(data -> lies(data, unit))
                .filter(data -> data.width() < columns(unit) || data.height() < rows(unit))
                .map(data -> new Chip(unit, data.left(), data.low(), data.width(), data.height(), 0, 0, false, false));
    }

    /** A note where DATASEC or TRIMSEC reaches beyond the picture, as it does in headers that count unbinned pixels. */
    static Optional<String> sectionOutside(FitsUnit unit) {
        return said(unit)
                .filter(data -> !lies(data, unit))
                .map(data -> "its DATASEC or TRIMSEC reaches beyond the picture and is not followed");
    }

    private static Section data(FitsUnit unit) {
        return said(unit).orElseGet(() -> new Section(1, columns(unit), 1, rows(unit)));
    }

    /** What of the picture is of the sky, as the header says it. */
    private static Optional<Section> said(FitsUnit unit) {
        return Section.of(unit.header(), "DATASEC").or(() -> Section.of(unit.header(), "TRIMSEC"));
    }

    private static boolean lies(Section data, FitsUnit unit) {
        return data.left() >= 0
                && data.low() >= 0
                && data.left() + (long) data.width() <= columns(unit)
                && data.low() + (long) data.height() <= rows(unit);
    }

    private static int columns(FitsUnit unit) {
        return unit.header().getIntValue(unit.isTileCompressed() ? "ZNAXIS1" : "NAXIS1", 0);
    }

    private static int rows(FitsUnit unit) {
        return unit.header().getIntValue(unit.isTileCompressed() ? "ZNAXIS2" : "NAXIS2", 0);
    }

    /** Reference point, then the matrix of pixels to the sky; null where the header has none (FITS 4.0, section 8). */
    private static double @Nullable [] linear(Header header) {
        if (!header.containsKey("CRPIX1") || !header.containsKey("CRPIX2") || !header.containsKey("CTYPE1")) {
            return null;
        }
        double[] linear = {header.getDoubleValue("CRVAL1", 0), header.getDoubleValue("CRVAL2", 0), 0, 0, 0, 0};
        boolean hasMatrix = header.containsKey("CD1_1") || header.containsKey("CD2_2");
        if (!hasMatrix && !header.containsKey("CDELT1")) {
            return null;
        }
        double angle = Math.toRadians(header.getDoubleValue("CROTA2", 0));
        double[] turned = {Math.cos(angle), -Math.sin(angle), Math.sin(angle), Math.cos(angle)};
        for (int i = 0; i < 4; i++) {
            String indices = (i / 2 + 1) + "_" + (i % 2 + 1);
            double scale = header.getDoubleValue("CDELT" + (i / 2 + 1), 1);
            linear[2 + i] = hasMatrix
                    ? header.getDoubleValue("CD" + indices, 0)
                    : scale * header.getDoubleValue("PC" + indices, turned[i]);
        }
        return linear;
    }

    private static boolean isSame(double[] one, double[] other) {
        double scale = 0;
        for (int i = 2; i < one.length; i++) {
            scale = Math.max(scale, Math.abs(one[i]));
        }
        for (int i = 0; i < one.length; i++) {
            // The reference point may differ by what is far below a pixel.
            if (!(Math.abs(one[i] - other[i]) <= scale * (i < 2 ? WHOLE : SAME))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(double pixels) {
        return Math.abs(pixels) < FARTHEST && Math.abs(pixels - Math.rint(pixels)) <= WHOLE;
    }
}
