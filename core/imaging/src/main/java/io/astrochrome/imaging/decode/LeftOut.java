package io.astrochrome.imaging.decode;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** What to tell a person of a file's pictures that are not the frame. */
public final class LeftOut {
    /** As many as a sentence takes. */
    private static final int MOST_NAMES = 5;

    private LeftOut() {}

    /**
     * A note on them.
     *
     * @param all how many pictures the file has
     * @param leftOut what those are called that are not taken
     */
    public static String pictures(int all, List<String> leftOut) {
        String names = leftOut.stream()
                .map(name -> name.replaceAll("[^ -~]", "?"))
                .distinct()
                .limit(MOST_NAMES)
                .collect(joining(", "));
        return "the file has " + all + " pictures, of which " + leftOut.size() + (leftOut.size() == 1 ? " is" : " are")
                + " left out (" + names + ")";
    }
}
