package io.astrochrome.standalone.stack;

import java.time.Duration;

/** The services that the launcher starts, each in a JVM of its own. */
public enum Service {
    METRICS("metrics", 8080, 256, 20),
    INGEST("ingest", 8081, 192, 24),
    PREPROCESS("preprocess", 8082, 1536, 56),
    TRAINER("trainer", 8083, 1024, 13),
    COLORIZE("colorize", 8084, 1536, 56);

    /** How far those go behind the network who bring frames to it and take colours from it. */
    static final int CARRIES = 10;

    private static final int LOOKS_ON_AT_START = 10;
    private static final int LOOKS_ON = 15;

    static final Duration USUAL_GRACE = Duration.ofSeconds(10);
    static final Duration USUAL_SILENCE = Duration.ofMinutes(2);
    private static final Duration SILENCE_BEHIND_ALL = Duration.ofMinutes(30);
    /** It ends its step and writes a checkpoint, for which it gives itself half a minute, and leaves its consumer groups. */
    private static final Duration GRACE_WITHIN_A_STEP = Duration.ofSeconds(45);

    private final String id;
    private final int usualPort;
    private final int maxHeapMebibytes;
    private final int youngHeapMebibytes;

    Service(String id, int usualPort, int maxHeapMebibytes, int youngHeapMebibytes) {
        this.id = id;
        this.usualPort = usualPort;
        this.maxHeapMebibytes = maxHeapMebibytes;
        this.youngHeapMebibytes = youngHeapMebibytes;
    }

    /** The service's short name, such as {@code ingest}. */
    public String id() {
        return id;
    }

    /** The folder of its module. */
    public String module() {
        return id + "-service";
    }

    /** The port it is given where that is free. */
    public int usualPort() {
        return usualPort;
    }

    /** Whether several instances on one machine divide the work between them. */
    public boolean sharesWork() {
        return this == PREPROCESS || this == COLORIZE;
    }

    /**
     * Whether the start waits until that process is ready. Who learns gets what the others leave of the processors, on a busy
     * machine nothing for minutes, and that must not end what colours frames.
     */
    public static boolean isWaitedFor(String process) {
        return !process.equals(TRAINER.id);
    }

    JvmProfile jvm() {
        return new JvmProfile(maxHeapMebibytes, youngHeapMebibytes, nicenessAtStart());
    }

    /** How long it may give no answer: who learns may have to wait for the processor for minutes. */
    Duration silence() {
        return this == TRAINER ? SILENCE_BEHIND_ALL : USUAL_SILENCE;
    }

    /** How long it may take to end. */
    Duration grace() {
        return this == TRAINER ? GRACE_WITHIN_A_STEP : USUAL_GRACE;
    }

    /** At the start whoever looks on lets those go first who stand between a frame and its colours; whoever learns, always. */
    private int nicenessAtStart() {
        return switch (this) {
            case INGEST, PREPROCESS, COLORIZE -> 0;
            case METRICS -> LOOKS_ON_AT_START;
            case TRAINER -> JvmProfile.LAST;
        };
    }

    /** The network goes first: what lies in front of it while it waits for a processor is of use to nobody. */
    int nicenessAtWork() {
        return switch (this) {
            case COLORIZE -> 0;
            case INGEST, PREPROCESS -> CARRIES;
            case METRICS -> LOOKS_ON;
            case TRAINER -> JvmProfile.LAST;
        };
    }
}
