package io.astrochrome.bench.chaos;

import io.astrochrome.bench.imaging.BenchFrames;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.FrameSender.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/** A camera's side: frames of several targets at a steady pace, some of them broken, each sent until somebody has taken it. */
final class FrameFlow implements AutoCloseable {
    private static final int SIDE = 224;
    private static final int TARGETS = 10;

    /** One in so many is no frame. */
    private static final int BROKEN = 40;

    private final PatientSender sender;
    private final Path folder;
    private final int frames;
    private final Duration pace;
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::send, "frame-flow");
    private volatile int number;
    private volatile int refused;
    private volatile Exception failure;
    private volatile boolean stopping;

    FrameFlow(URI ingest, Path folder, int frames, Duration pace) {
        this.sender = new PatientSender(ingest);
        this.folder = folder;
        this.frames = frames;
        this.pace = pace;
        thread.start();
    }

    private void send() {
        var random = new SplittableRandom(3);
        try {
            for (number = 0; number < frames && !stopping; number++) {
                var next = System.nanoTime() + pace.toNanos();
                var frame = folder.resolve(String.format(Locale.ROOT, "%06d.fits", number));
                BenchFrames.mono(frame, SIDE, SIDE, number);
                var isBroken = random.nextInt(BROKEN) == 0;
                if (isBroken) {
                    BrokenFrames.write(frame, frame, random);
                }
                send(frame, "field " + number % TARGETS, isBroken);
                Files.delete(frame);
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
            }
        } catch (IOException | InterruptedException e) {
            failure = e;
        }
    }

    private void send(Path frame, String target, boolean isBroken) throws IOException, InterruptedException {
        var answer = sender.send(frame, target);
        if (answer instanceof Answer.Refused no) {
            if (!isBroken) {
                throw new IOException("a frame was refused: " + no.reason());
            }
            refused++;
        } else {
            (isBroken ? broken : sent).add(FrameSender.frameId(frame));
        }
    }

    /** How many frames have had their turn. */
    int number() {
        return number;
    }

    boolean isDone() {
        return !thread.isAlive();
    }

    /** Why it ended early; null where it did not. */
    Exception failure() {
        return failure;
    }

    /** The ids of whole frames that were taken. */
    List<String> sent() {
        return sent;
    }

    /** The ids of broken ones that were taken. */
    List<String> broken() {
        return broken;
    }

    /** How many broken ones were refused at the door. */
    int refused() {
        return refused;
    }

    @Override
    public void close() {
        stopping = true;
        sender.giveUp();
        thread.interrupt();
    }
}
