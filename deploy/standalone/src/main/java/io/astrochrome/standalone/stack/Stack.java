package io.astrochrome.standalone.stack;

import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.folder.FolderLock;
import io.astrochrome.standalone.folder.Leftovers;
import io.astrochrome.standalone.folder.Ports;
import io.astrochrome.standalone.folder.Settings;
import io.astrochrome.standalone.process.ProcessEvent;
import io.astrochrome.standalone.process.ProcessSpec;
import io.astrochrome.standalone.process.RestartBackoff;
import io.astrochrome.standalone.process.SupervisedProcess;
import io.astrochrome.standalone.process.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The running system. All processes are started at once, since each waits for what it needs; closing stops the services
 * first and the infrastructure last. Thread-safe.
 */
public final class Stack implements AutoCloseable {
    /** Threads of one inference: the processors are shared with the other services, and one is theirs. */
    public static final int INFERENCE_THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final FolderLock lock;
    private final Addresses addresses;
    private final Supervisor supervisor;
    private final Specs specs;
    private final Map<String, SharedArchive> missingArchives;

    private Stack(FolderLock lock, Addresses addresses, Supervisor supervisor, Specs specs) {
        this.lock = lock;
        this.addresses = addresses;
        this.supervisor = supervisor;
        this.specs = specs;
        this.missingArchives = specs.missingArchives();
    }

    /**
     * Starts the infrastructure and the services on a data folder.
     *
     * @param events is called from several threads
     * @throws io.astrochrome.standalone.folder.FolderInUseException if another launcher has the folder
     * @throws NotBuiltException if a service has not been packaged
     */
    public static Stack start(Home home, DataFolder folder, Set<Service> services, Consumer<ProcessEvent> events)
            throws IOException, InterruptedException {
        return start(home, folder, services, Instances.ONE_EACH, events);
    }

    /** As {@link #start(Home, DataFolder, Set, Consumer)}, with several instances of services that share work. */
    public static Stack start(
            Home home, DataFolder folder, Set<Service> services, Instances instances, Consumer<ProcessEvent> events)
            throws IOException, InterruptedException {
        return start(home, folder, services, instances, Map.of(), events);
    }

    /**
     * As {@link #start(Home, DataFolder, Set, Instances, Consumer)}, with more to tell the services.
     *
     * @param more variables of their environment, which go before the usual ones
     */
    public static Stack start(
            Home home,
            DataFolder folder,
            Set<Service> services,
            Instances instances,
            Map<Service, Map<String, String>> more,
            Consumer<ProcessEvent> events)
            throws IOException, InterruptedException {
        folder.create();
        var lock = FolderLock.take(folder);
        try {
            var leftovers = new Leftovers(folder);
            leftovers.awaitEnd();
            var settings = Settings.read(folder);
            var addresses = new Addresses(new Ports(settings), instances);
            var environment = new Environment(addresses, StoreKey.of(settings), folder, home.model(), more);
            settings.write();
            lock.say("process " + ProcessHandle.current().pid() + ", " + addresses.page());
            var specs = new Specs(home, folder, environment);
            var servicesSpecs = new ArrayList<ProcessSpec>();
            for (var service : services) {
                for (var instance = 1; instance <= instances.of(service); instance++) {
                    servicesSpecs.add(specs.of(service, instance));
                }
            }
            var supervisor = new Supervisor(RestartBackoff.DEFAULT, remembering(leftovers, events));
            supervisor.start(List.of(specs.ofInfrastructure()));
            supervisor.start(servicesSpecs);
            return new Stack(lock, addresses, supervisor, specs);
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Consumer<ProcessEvent> remembering(Leftovers leftovers, Consumer<ProcessEvent> events) {
        return event -> {
            if (event instanceof ProcessEvent.Started started) {
                try {
                    leftovers.remember(started.process(), started.pid());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            events.accept(event);
        };
    }

    public Addresses addresses() {
        return addresses;
    }

    /** All processes, infrastructure first. */
    public List<SupervisedProcess> processes() {
        return supervisor.processes();
    }

    /**
     * Lets another instance of a service that shares work join those that run; {@link #dismiss} ends it.
     *
     * @param instance which, counted from 1
     */
    public SupervisedProcess invite(Service service, int instance) throws IOException {
        addresses.addUpTo(instance, service);
        return supervisor.start(List.of(specs.ofGuest(service, instance))).get(0);
    }

    /** Stops an instance that was invited; returns when it has ended. */
    public void dismiss(SupervisedProcess guest) {
        supervisor.stop(guest);
    }

    /** Waits until every process is ready; false if that took longer than {@code timeout}. */
    public boolean awaitReady(Duration timeout) throws InterruptedException {
        return awaitReady(process -> true, timeout);
    }

    /** Waits until the processes that are {@code wanted} are ready; false if that took longer than {@code timeout}. */
    public boolean awaitReady(Predicate<SupervisedProcess> wanted, Duration timeout) throws InterruptedException {
        return supervisor.awaitReady(wanted, timeout);
    }

    /**
     * Keeps the classes that the processes have loaded by now, so that the next start is quicker; takes some seconds of one
     * core for each process, the first time only.
     *
     * @return whether anything was made
     */
    public boolean prepareQuickerStarts() throws IOException, InterruptedException {
        var made = false;
        for (var process : processes()) {
            var archive = missingArchives.get(process.name());
            var pid = process.pid();
            if (archive != null && !archive.exists() && pid.isPresent()) {
                made |= archive.make(pid.getAsLong());
            }
        }
        return made;
    }

    /**
     * Deletes from the store what need not be kept, as {@code ./run prune --yes} does, whose words go into {@code prune.log}; takes
     * seconds to minutes.
     *
     * @return that command's exit code
     */
    public int prune() throws IOException, InterruptedException {
        return specs.ofPruning().start().waitFor();
    }

    /** Stops everything in order and frees the data folder; harmless when called again. */
    @Override
    public synchronized void close() throws IOException {
        supervisor.close();
        lock.close();
    }
}
