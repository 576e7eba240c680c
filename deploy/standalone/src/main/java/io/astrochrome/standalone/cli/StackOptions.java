package io.astrochrome.standalone.cli;

import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.stack.Home;
import io.astrochrome.standalone.stack.Instances;
import io.astrochrome.standalone.stack.Service;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options of every command that starts the system. */
final class StackOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where topics, objects, settings and logs are kept. Default: .astrochrome in the project,"
                    + " ~/.local/share/astrochrome where that cannot be written.")
    private Path data;

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            description =
                    "The first champion: a model of deploy/models by its name, or an ONNX file. Default: champion."
                            + " Once a model has been promoted, the decisions say who colours.")
    private String model;

    @Option(
            names = "--with-trainer",
            description = "Start the trainer-service as well; it needs about 1 GiB more as soon as it trains.")
    private boolean withTrainer;

    @Option(
            names = "--only",
            paramLabel = "SERVICE",
            split = ",",
            description = "Start only these services beside the infrastructure; for work on one of them."
                    + " One or more of ${COMPLETION-CANDIDATES}.")
    private Set<Service> only;

    @Option(
            names = "--infrastructure",
            description =
                    "Start the broker with its topics and the object store alone, and say how a service that is started"
                            + " by hand finds them.")
    private boolean infrastructureAlone;

    @Option(
            names = "--instances",
            paramLabel = "SERVICE=N",
            split = ",",
            description = "Start several of preprocess or colorize, which share the work, such as colorize=2."
                    + " Default: one of each.")
    private Map<Service, Integer> instances = Map.of();

    @Option(
            names = "--keep-all",
            description =
                    "Delete nothing from the object store. Default: what need not be kept goes once a day, as ./run"
                            + " prune --yes lets it go.")
    private boolean keepAll;

    Instances instances() throws IOException {
        try {
            return new Instances(instances);
        } catch (IllegalArgumentException e) {
            throw new IOException("--instances: " + e.getMessage(), e);
        }
    }

    Home home() throws IOException {
        var home = Home.current();
        try {
            return model == null ? home : home.choosing(model);
        } catch (NoSuchFileException e) {
            throw new IOException("--model " + e.getFile() + ": " + e.getReason(), e);
        }
    }

    DataFolder folder(Home home) {
        return DataFolder.of(data, home.root());
    }

    /** Whether the store is pruned while everything runs. */
    boolean prunes() {
        return !keepAll && !infrastructureAlone;
    }

    boolean infrastructureAlone() {
        return infrastructureAlone;
    }

    Set<Service> services() {
        if (infrastructureAlone) {
            return EnumSet.noneOf(Service.class);
        }
        if (only != null) {
            return EnumSet.copyOf(only);
        }
        return withTrainer ? EnumSet.allOf(Service.class) : EnumSet.complementOf(EnumSet.of(Service.TRAINER));
    }
}
