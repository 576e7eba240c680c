package io.astrochrome.bench.stream;

import io.astrochrome.bench.report.MeasurementException;
import io.astrochrome.standalone.demo.DemoFrame;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.FrameSender.Answer;
import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.folder.Settings;
import io.astrochrome.standalone.stack.Instances;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.standalone.stack.Stack;
import io.astrochrome.storage.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;

/** The whole stream, started for a measurement on an empty data folder. */
public final class BenchStack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Stack stack;
    private final DataFolder data;
    private final FrameSender sender;

    private BenchStack(Stack stack, DataFolder data) {
        this.stack = stack;
        this.data = data;
        this.sender = new FrameSender(stack.addresses().of(Service.INGEST));
    }

    /** Starts all services but the trainer. */
    public static BenchStack start(Workplace workplace) throws IOException, InterruptedException, MeasurementException {
        return start(workplace, false);
    }

    /**
     * As {@link #start(Workplace)}, with services that are told more.
     *
     * @param more variables of their environment
     */
    public static BenchStack start(Workplace workplace, Map<Service, Map<String, String>> more)
            throws IOException, InterruptedException, MeasurementException {
        return start(workplace, false, more);
    }

    static BenchStack start(Workplace workplace, boolean withTrainer)
            throws IOException, InterruptedException, MeasurementException {
        return start(workplace, withTrainer, Map.of());
    }

    private static BenchStack start(Workplace workplace, boolean withTrainer, Map<Service, Map<String, String>> more)
            throws IOException, InterruptedException, MeasurementException {
        workplace.model();
        var data = workplace.emptyData();
        var services = withTrainer ? EnumSet.allOf(Service.class) : EnumSet.complementOf(EnumSet.of(Service.TRAINER));
        var stack = new BenchStack(
                Stack.start(workplace.home(), data, services, Instances.ONE_EACH, more, event -> {}), data);
        if (!stack.stack.awaitReady(PATIENCE)) {
            stack.close();
            throw new MeasurementException("the stream does not become ready; see " + data.logs());
        }
        return stack;
    }

    /** Its processes and addresses. */
    public Stack running() {
        return stack;
    }

    /** A folder for the frames that are sent. */
    public Path frames() throws IOException {
        return Files.createDirectories(data.demoFrames());
    }

    /** How to reach the object store. */
    public StoreSettings store() throws IOException {
        return new StoreSettings(
                stack.addresses().store(), "astrochrome", Settings.read(data).get("store.secret-key"));
    }

    void send(Path frame, String target) throws IOException, InterruptedException, MeasurementException {
        check(frame, sender.send(frame, target));
    }

    /** Sends an exposure that is to be stacked with the others of its target. */
    void expose(Path frame, String target) throws IOException, InterruptedException, MeasurementException {
        check(frame, sender.send(new DemoFrame(frame, target, "", true)));
    }

    private static void check(Path frame, Answer answer) throws MeasurementException {
        if (!(answer instanceof Answer.Accepted)) {
            throw new MeasurementException("ingest did not take " + frame.getFileName() + ": " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        stack.close();
    }
}
