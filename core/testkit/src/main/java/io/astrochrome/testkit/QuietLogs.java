package io.astrochrome.testkit;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the servers' chatter out of the tests' output; their errors stay. */
public final class QuietLogs {
    static final List<String> LOUD =
            List.of("kafka", "org.apache.kafka", "state.change.logger", "org.gaul", "org.testcontainers");

    /** Held here, because the log manager forgets the level of a logger that nobody holds. */
    private static final List<Logger> LOGGERS =
            LOUD.stream().map(Logger::getLogger).toList();

    /** That there is no Docker is no error here. */
    private static final Logger NO_DOCKER = Logger.getLogger("org.testcontainers.dockerclient");

    private QuietLogs() {}

    /** From now on; a test that starts servers of its own calls it first. */
    public static void now() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
        NO_DOCKER.setLevel(Level.OFF);
    }
}
