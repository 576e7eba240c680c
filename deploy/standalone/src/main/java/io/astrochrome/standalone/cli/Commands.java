package io.astrochrome.standalone.cli;

import java.io.IOException;
import picocli.CommandLine;

/** How every command is run: what is expected to fail is said in a sentence, the rest with its trace. */
final class Commands {
    private Commands() {}

    static int run(String name, Object command, String... args) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setCommandName("./run " + name)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof IOException) {
                        line.getErr().println(failure.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw failure;
                })
                .execute(args);
    }
}
