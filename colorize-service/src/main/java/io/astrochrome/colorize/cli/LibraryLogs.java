package io.astrochrome.colorize.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What libraries log while a command runs, which says in sentences of its own what a person is to know. */
final class LibraryLogs {
    /** Held, since a logger that nobody holds forgets its level. */
    private static final List<Logger> QUIETENED = new ArrayList<>();

    private LibraryLogs() {}

    /** From now on nothing below that level, of the packages that begin with these; to be called before anything is logged. */
    static void from(Level level, String... packages) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        for (String name : packages) {
            Logger logger = Logger.getLogger(name);
            logger.setLevel(level);
            QUIETENED.add(logger);
        }
    }
}
