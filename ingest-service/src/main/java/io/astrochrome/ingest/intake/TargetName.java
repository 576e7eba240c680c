package io.astrochrome.ingest.intake;

import io.astrochrome.imaging.decode.ShownText;
import java.util.Optional;
import java.util.stream.Stream;

/** The name that frames of one target share: the Kafka key. */
final class TargetName {
    /** Of a frame that says nothing, from a sender who says nothing. */
    static final String UNNAMED = "unnamed";

    private static final int MAX_LENGTH = 200;

    private TargetName() {}

    /** The sender's wish, else what the frame says, else the folder's name. */
    static String of(Submission submission, Optional<String> object) {
        return Stream.of(submission.target(), object, submission.folder())
                .flatMap(Optional::stream)
                .map(TargetName::tidy)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(UNNAMED);
    }

    /** One space between words, none around: FITS pads its strings. */
    private static String tidy(String name) {
        return ShownText.of(name, MAX_LENGTH);
    }
}
