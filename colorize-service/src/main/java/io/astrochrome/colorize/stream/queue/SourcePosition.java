package io.astrochrome.colorize.stream.queue;

import java.util.Optional;

/** Where a record lies on {@code lab-tensors.v1}; told by a header of what became of it. */
public record SourcePosition(int partition, long offset) {
    /** The header's name; its value is {@code PARTITION/OFFSET}. */
    public static final String HEADER = "source-position";

    /** The header's value. */
    public String text() {
        return partition + "/" + offset;
    }

    /** That of a header's value; empty where it is none. */
    public static Optional<SourcePosition> of(String text) {
        int slash = text.indexOf('/');
        try {
            return slash < 0
                    ? Optional.empty()
                    : Optional.of(new SourcePosition(
                            Integer.parseInt(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
