package io.astrochrome.standalone.stack;

import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.infrastructure.InfrastructureMain;
import io.astrochrome.standalone.process.ProcessSpec;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How each process is started. */
final class Specs {
    private static final JvmProfile INFRASTRUCTURE = new JvmProfile(320, 40, 0);
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

    ProcessSpec of(Service service, int instance) throws IOException {
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
                environment.of(service, instance),
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
