package io.astrochrome.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.folder.Settings;
import io.astrochrome.standalone.models.ModelTable;
import io.astrochrome.standalone.models.ModelsClient;
import io.astrochrome.standalone.stack.Home;
import io.astrochrome.standalone.stack.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./run models}: what the running system's models are, and what a person decides about them. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        description = "The models of the running system: which there are, who was champion when and why; promote, roll"
                + " back, pin. A model is named by the first digits of its id.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:refused, or the system does not answer", "2:wrong usage"})
public final class ModelsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The page's address. Default: the system that runs on the data folder. A server that asks for"
                    + " a key gets the one in ASTROCHROME_SECURITY_API_KEY.")
    private URI server;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The system's data folder. Default: .astrochrome in the project,"
                    + " ~/.local/share/astrochrome where that cannot be written.")
    private Path data;

    /** Starts the command. */
    public static void main(String[] args) {
        System.exit(Commands.run("models", new ModelsCommand(), args));
    }

    /** Without a word after it, the list. */
    @Override
    public Integer call() throws Exception {
        return list();
    }

    @Command(name = "list", description = "Every model, newest first; * is pinned.")
    int list() throws IOException, InterruptedException {
        client().get("/api/models").forEach(model -> say(ModelTable.model(model)));
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "history", description = "Every decision, newest first.")
    int history(
            @Option(names = "--limit", defaultValue = "50", description = "How many at most. Default: 50.") int limit,
            @Option(names = "--figures", description = "Also the figures that each decision is founded on.")
                    boolean figures)
            throws IOException, InterruptedException {
        for (JsonNode decision : client().get("/api/decisions?limit=" + limit)) {
            say(ModelTable.decision(decision));
            if (figures) {
                ModelTable.figures(decision).forEach(this::say);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "promote", description = "Makes a model champion.")
    int promote(@Parameters(paramLabel = "MODEL") String model, @Mixin Reasoned why)
            throws IOException, InterruptedException {
        return decide("/api/models/" + client().modelId(model) + "/promote", why.order());
    }

    @Command(name = "rollback", description = "Gives the place back to the champion before.")
    int rollback(@Mixin Reasoned why) throws IOException, InterruptedException {
        return decide("/api/models/rollback", why.order());
    }

    @Command(name = "pin", description = "Keeps the champion, whatever the rules find.")
    int pin(@Mixin Reasoned why) throws IOException, InterruptedException {
        return decide("/api/models/pin", why.order());
    }

    @Command(name = "unpin", description = "Lets the rules decide again.")
    int unpin(@Mixin Reasoned why) throws IOException, InterruptedException {
        return decide("/api/models/unpin", why.order());
    }

    @Command(name = "try", description = "Tries a model beside the champion: unseen, or on a share of the targets.")
    int tryOut(
            @Parameters(paramLabel = "MODEL") String model,
            @Option(
                            names = "--canary",
                            paramLabel = "SHARE",
                            description = "Colours this share of the targets, above 0, at most 1. Default: colours all,"
                                    + " unseen.")
                    Double share,
            @Mixin Reasoned why)
            throws IOException, InterruptedException {
        Map<String, Object> order = why.order();
        order.put("mode", share == null ? "shadow" : "canary");
        if (share != null) {
            order.put("canaryShare", share);
        }
        return decide("/api/models/" + client().modelId(model) + "/try", order);
    }

    @Command(name = "withdraw", description = "Ends the challenger's trial.")
    int withdraw(@Mixin Reasoned why) throws IOException, InterruptedException {
        return decide("/api/models/withdraw", why.order());
    }

    @Command(name = "retrain", description = "Asks the trainer for a new model; needs ./run up --with-trainer.")
    int retrain(
            @Option(
                            names = "--recipe",
                            defaultValue = "fine-tune",
                            description = "Default: fine-tune, the champion goes on learning.")
                    String recipe,
            @Mixin Reasoned why)
            throws IOException, InterruptedException {
        Map<String, Object> order = why.order();
        order.put("recipe", recipe);
        JsonNode request = client().post("/api/retraining", order);
        say("asked for " + request.path("recipe").asText() + ", request "
                + request.path("requestId").asText());
        return CommandLine.ExitCode.OK;
    }

    /** Who decides, and why. */
    static final class Reasoned {
        @Option(names = "--by", paramLabel = "NAME", description = "Who decides. Default: your user name.")
        private String by = System.getProperty("user.name");

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, in a sentence.")
        private String reason;

        Map<String, Object> order() {
            Map<String, Object> order = new HashMap<>();
            order.put("by", by);
            order.put("reason", reason);
            return order;
        }
    }

    private int decide(String path, Map<String, Object> order) throws IOException, InterruptedException {
        say(ModelTable.decision(client().post(path, order)));
        return CommandLine.ExitCode.OK;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private ModelsClient client() throws IOException {
        return new ModelsClient(server != null ? server : running(), System.getenv(ModelsClient.KEY_VARIABLE));
    }

    private URI running() throws IOException {
        DataFolder folder = DataFolder.of(data, Home.current().root());
        String port = Settings.read(folder).get("port." + Service.METRICS.id());
        return URI.create("http://127.0.0.1:" + (port == null ? Service.METRICS.usualPort() : port));
    }
}
