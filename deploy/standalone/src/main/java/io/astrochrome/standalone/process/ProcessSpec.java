package io.astrochrome.standalone.process;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a process is started and recognised as ready.
 *
 * @param name for people, such as {@code colorize}
 * @param folder the working folder, where a JVM that dies leaves its report
 * @param environment added to the launcher's own
 * @param logFile where its output goes; appended to
 * @param readiness answers with a 2xx status once the process can do its work
 * @param liveness answers with a 2xx status as long as only waiting helps, and with another once only a new start does
 * @param silence how long a process that was ready may give no answer at all before it counts as hung; a busy machine lets
 *     some wait for long, and one that starts may take several times as long
 * @param grace how long it may take to end when it is asked to, before it is made to
 * @param niceness how far it goes behind the others on the processors once it has started up, from 0 (not at all) to 19
 */
public record ProcessSpec(
        String name,
        List<String> command,
        Path folder,
        Map<String, String> environment,
        Path logFile,
        URI readiness,
        URI liveness,
        Duration silence,
        Duration grace,
        int niceness) {
    public ProcessSpec {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a process needs a name");
        }
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a command");
        }
        environment = Map.copyOf(environment);
    }
}
