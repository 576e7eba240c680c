package io.astrochrome.bench.chaos;

import io.astrochrome.bench.imaging.BenchFrames;
import io.astrochrome.standalone.demo.DemoFrame;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.FrameSender.Answer;
import io.astrochrome.standalone.process.SupervisedProcess;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.standalone.stack.Stack;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectKind;
import io.astrochrome.storage.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Objects that are changed in the store behind the system's back, before somebody reads them who knows their digest. */
final class ObjectFaults {
    private static final int SIDE = 224;
    private static final int TARGETS = 10;

    /** Of frames that are not those of the flow. */
    private static final long FIRST_SEED = 1L << 32;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 50;

    private final Stack stack;
    private final ObjectStore store;
    private final Path folder;
    private final PatientSender sender;
    private final List<String> altered = new ArrayList<>();

    ObjectFaults(Stack stack, ObjectStore store, Path folder) {
        this.stack = stack;
        this.store = store;
        this.folder = folder;
        this.sender = new PatientSender(stack.addresses().of(Service.INGEST));
    }

    /** One for each object that is read again. */
    List<Fault> all() {
        return List.of(
                new Fault("alter a frame", random -> alter(Service.PREPROCESS, ObjectKind.FRAMES, random)),
                new Fault("alter a luminance", random -> alter(Service.COLORIZE, ObjectKind.LUMINANCE, random)));
    }

    /** The frames of which something was changed. */
    List<String> altered() {
        return altered;
    }

    private void alter(Service reader, ObjectKind kind, SplittableRandom random)
            throws IOException, InterruptedException {
        var readers = awaitAll(reader);
        Signals.whileStill(readers, () -> {
            var id = send(random);
            var key = await(kind, id);
            if (key.isPresent()) {
                changeOneBit(key.get(), random);
                altered.add(id);
            }
        });
    }

    /** Who is on the way up is not held, and might be quicker. */
    private List<SupervisedProcess> awaitAll(Service service) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var instances = stack.processes().stream()
                    .filter(process -> process.name().startsWith(service.id()))
                    .toList();
            if (instances.stream()
                            .allMatch(process ->
                                    process.isReady() && process.pid().isPresent())
                    || System.nanoTime() > end) {
                return instances;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private String send(SplittableRandom random) throws IOException, InterruptedException {
        var frame = folder.resolve("altered.fits");
        BenchFrames.mono(frame, SIDE, SIDE, FIRST_SEED + altered.size());
        var answer = sender.send(new DemoFrame(frame, "field " + random.nextInt(TARGETS), ""));
        if (answer instanceof Answer.Refused no) {
            throw new IOException("a frame was refused: " + no.reason());
        }
        var id = FrameSender.frameId(frame);
        Files.delete(frame);
        return id;
    }

    private Optional<String> await(ObjectKind kind, String id) throws InterruptedException {
        var prefix = kind == ObjectKind.FRAMES ? ObjectKeys.frame(id) : kind.prefix() + id;
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try (var keys = store.list(prefix)) {
                var found = keys.findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return Optional.empty();
    }

    private void changeOneBit(String key, SplittableRandom random) throws IOException {
        byte[] bytes;
        try (var in = store.open(key)) {
            bytes = in.readAllBytes();
        }
        bytes[bytes.length / 2 + random.nextInt(bytes.length / 4)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        store.put(key, bytes, "application/octet-stream");
    }
}
