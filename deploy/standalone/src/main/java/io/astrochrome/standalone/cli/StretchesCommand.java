package io.astrochrome.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./run stretches}: how the running system's targets are stretched, and having it done anew. */
@Command(
        name = "stretches",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description = "The static stretches of the running system: a sequence of linear frames keeps its first frame's"
                + " until background or scale have moved, or until a person asks.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:refused, or the system does not answer", "2:wrong usage"})
public final class StretchesCommand {
    private static final int TO_MINUTES = 16;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions server;

    /** Starts the command. */
    public static void main(String[] args) {
        System.exit(Commands.run("stretches", new StretchesCommand(), args));
    }

    @Command(name = "history", description = "When a target's stretches were fitted and why, newest first.")
    int history(@Parameters(paramLabel = "TARGET", description = "As the page writes it.") String target)
            throws IOException, InterruptedException {
        String query = URLEncoder.encode(target, StandardCharsets.UTF_8);
        for (JsonNode change : server.client().get("/api/stretches?target=" + query)) {
            say(change.path("at").asText().substring(0, TO_MINUTES).replace('T', ' ') + "  "
                    + change.path("cause").asText().toLowerCase(Locale.ROOT) + "  "
                    + change.path("stretch").asText() + ": "
                    + change.path("detail").asText());
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "reset", description = "Fits a target's stretches anew, each to the next frame of its sequence.")
    int reset(
            @Parameters(paramLabel = "TARGET", description = "As the page writes it.") String target,
            @Mixin Reasoned why)
            throws IOException, InterruptedException {
        Map<String, Object> order = why.order();
        order.put("target", target);
        JsonNode reset = server.client().post("/api/stretches/reset", order);
        say("the next frames of " + reset.path("target").asText() + " are stretched anew");
        return CommandLine.ExitCode.OK;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
