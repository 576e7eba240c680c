package io.astrochrome.standalone.stack;

import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.infrastructure.InfrastructureMain;
import io.astrochrome.standalone.process.ProcessSpec;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How each process is started. */
final class Specs {
    private static final JvmProfile INFRASTRUCTURE = new JvmProfile(320, 40, 0);
    private static final JvmProfile PRUNING = new JvmProfile(192, 16, JvmProfile.LAST);
    private static final String PRUNING_NAME = "prune";
    private static final String INFRASTRUCTURE_NAME = "infrastructure";
    private static final String LOG_LEVEL = "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn";

    private final Home home;
    private final DataFolder folder;
    private final Environment environment;
    private final List<Path> ownClassPath;
    private final JavaRuntime java;
    private final Map<String, SharedArchive> missing = new HashMap<>();

    Specs(Home home, DataFolder folder, Environment environment) {
        this.home = home;
        this.folder = folder;
        this.environment = environment;
        this.ownClassPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
        this.java = JavaRuntime.current(ownCode());
    }

    /** An instance that is there from the start on, counted from 1. */
    ProcessSpec of(Service service, int instance) throws IOException {
        return of(service, instance, true);
    }

    /** One that leaves again; others take its work over at once. */
    ProcessSpec ofGuest(Service service, int instance) throws IOException {
        return of(service, instance, false);
    }

    private ProcessSpec of(Service service, int instance, boolean stays) throws IOException {
        var classPath = home.classPath(service);
        var name = Instances.name(service, instance);
        return new ProcessSpec(
                name,
                java.command(
                        service.jvm(),
                        classPath,
                        flags(service.id(), classPath, "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"),
                        "io.quarkus.runner.GeneratedMain",
                        arguments(name)),
                folder.work(),
                environment.of(service, instance, stays),
                folder.freshLog(name),
                environment.addresses().of(service, instance).resolve(InfrastructureMain.READINESS),
                environment.addresses().of(service, instance).resolve(InfrastructureMain.LIVENESS),
                service.silence(),
                service.grace(),
                service.nicenessAtWork());
    }

    ProcessSpec ofInfrastructure() throws IOException {
        var port = environment.addresses().infrastructureHealthPort();
        return new ProcessSpec(
                INFRASTRUCTURE_NAME,
                java.command(
                        INFRASTRUCTURE,
                        ownClassPath,
                        flags(INFRASTRUCTURE_NAME, ownClassPath, LOG_LEVEL),
                        InfrastructureMain.class.getName(),
                        arguments(INFRASTRUCTURE_NAME)),
                folder.work(),
                environment.ofInfrastructure(),
                folder.freshLog(INFRASTRUCTURE_NAME),
                URI.create("http://" + Addresses.LOOPBACK + ":" + port + InfrastructureMain.READINESS),
                URI.create("http://" + Addresses.LOOPBACK + ":" + port + InfrastructureMain.LIVENESS),
                Service.USUAL_SILENCE,
                Service.USUAL_GRACE,
                Service.CARRIES);
    }

    /** Not supervised: it ends by itself. What it says is appended to its log. */
    ProcessBuilder ofPruning() throws IOException {
        var command = new ArrayList<>(java.command(
                PRUNING,
                home.classPath(Service.COLORIZE),
                List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager"),
                "io.astrochrome.colorize.cli.prune.PruneCommand",
                arguments(PRUNING_NAME)));
        command.add("--yes");
        var builder = new ProcessBuilder(command)
                .directory(folder.work().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.freshLog(PRUNING_NAME).toFile()));
        builder.environment().putAll(environment.of(Service.COLORIZE, 1, false));
        return builder;
    }

    /** Archives of classes that do not exist yet, by process. */
    Map<String, SharedArchive> missingArchives() {
        return Map.copyOf(missing);
    }

    private List<String> flags(String process, List<Path> classPath, String own) throws IOException {
        var archive = SharedArchive.of(folder.archives(), process, classPath);
        if (archive.exists()) {
            return List.of(own, archive.flag());
        }
        missing.put(process, archive);
        return List.of(own);
    }

    private Path arguments(String process) {
        return folder.work().resolve(process + ".arguments");
    }

    /** The jar or folder that this class is in; children find their main class there. */
    private static Path ownCode() {
        return Path.of(URI.create(
                Specs.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
