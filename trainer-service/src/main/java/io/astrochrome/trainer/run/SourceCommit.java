package io.astrochrome.trainer.run;

/** Which code this is. */
public final class SourceCommit {
    private static final String COMMIT = "ASTROCHROME_COMMIT";

    private SourceCommit() {}

    /** The commit that the environment's {@code ASTROCHROME_COMMIT} names; {@code unknown} where it names none. */
    public static String commit() {
        String commit = System.getenv(COMMIT);
        return commit == null || commit.isBlank() ? "unknown" : commit.strip();
    }
}
