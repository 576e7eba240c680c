package io.astrochrome.metrics.observatory.pictures;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of bytes of a whole (RFC 9110, section 14).
 *
 * @param first offset of the first byte
 * @param length number of bytes, at least one
 */
record ByteRange(long first, long length) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** What a {@code Range} header asks for. */
    sealed interface Wish {
        /** Everything: there is no header, or one that may be passed over. */
        record Whole() implements Wish {}

        /** A part. */
        record Part(ByteRange range) implements Wish {}

        /** Nothing that the whole has. */
        record Unsatisfiable() implements Wish {}
    }

    /** Reads a header; several ranges and unknown units are answered with the whole, as the RFC allows. */
    static Wish wish(@Nullable String header, long size) {
        Matcher range = SINGLE.matcher(header == null ? "" : header.trim());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return new Wish.Whole();
        }
        Optional<Long> from = number(range.group(1));
        Optional<Long> to = number(range.group(2));
        if (from.isEmpty()) {
            long suffix = Math.min(to.orElseThrow(), size);
            return suffix == 0 ? new Wish.Unsatisfiable() : new Wish.Part(new ByteRange(size - suffix, suffix));
        }
        long first = from.get();
        long last = Math.min(to.orElse(size - 1), size - 1);
        if (to.isPresent() && to.get() < first) {
            return new Wish.Whole();
        }
        return first >= size ? new Wish.Unsatisfiable() : new Wish.Part(new ByteRange(first, last - first + 1));
    }

    private static Optional<Long> number(String digits) {
        return digits.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(digits));
    }

    /** The value of {@code Content-Range}. */
    String of(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
