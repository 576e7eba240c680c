package io.astrochrome.standalone.process;

import java.nio.file.Path;
import java.time.Duration;

/** What happens to a supervised process. */
public sealed interface ProcessEvent {
    /** The process that it happened to. */
    String process();

    /** The process runs; it is not ready yet. */
    record Started(String process, long pid) implements ProcessEvent {}

    /** The process answered that it can do its work. */
    record Ready(String process, Duration afterStart) implements ProcessEvent {}

    /** The process ended by itself and will be started again. */
    record Crashed(String process, int exitCode, Duration restartIn, Path logFile) implements ProcessEvent {}

    /** The process runs, but says that it will not do its work again, or says nothing; it is ended, and started again. */
    record Unwell(String process, String how) implements ProcessEvent {}

    /** The process cannot be started now, such as for want of disk; that is tried again. */
    record NotStarted(String process, String reason, Duration retryIn) implements ProcessEvent {}

    /** The process was stopped on purpose. */
    record Stopped(String process, boolean byForce) implements ProcessEvent {}
}
