package io.astrochrome.bench.chaos;

import io.astrochrome.bench.imaging.BenchFrames;
import io.astrochrome.standalone.demo.DemoFrame;
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
import org.jspecify.annotations.Nullable;

/**
 * A camera's side: frames of several targets at a steady pace, some of them broken, some exposures of a night; each sent until
 * somebody has taken it.
 */
final class FrameFlow implements AutoCloseable {
    private static final int SIDE = 224;
    private static final int TARGETS = 10;

    /** One in so many is no frame. */
    private static final int BROKEN = 40;

    /** One in so many is an exposure of a night. */
    private static final int EXPOSURE = 20;

    private final PatientSender sender;
    private final Path folder;
    private final int frames;
    private final Duration pace;
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> exposures = new CopyOnWriteArrayList<>();
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::send, "frame-flow");
    private volatile int number;
    private volatile int refused;
    private volatile @Nullable Exception failure;
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
        var nights = new NightFlow();
        try {
            for (number = 0; number < frames && !stopping; number++) {
                var next = System.nanoTime() + pace.toNanos();
                if (number % EXPOSURE == 0) {
                    send(nights.next(folder), false, exposures);
                } else {
                    sendSingle(random);
                }
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
            }
        } catch (IOException | InterruptedException e) {
            failure = e;
        }
    }

    private void sendSingle(SplittableRandom random) throws IOException, InterruptedException {
        var file = folder.resolve(String.format(Locale.ROOT, "%06d.fits", number));
        BenchFrames.mono(file, SIDE, SIDE, number);
        var isBroken = random.nextInt(BROKEN) == 0;
        if (isBroken) {
            BrokenFrames.write(file, file, random);
        }
        send(new DemoFrame(file, "field " + number % TARGETS, ""), isBroken, isBroken ? broken : sent);
    }

    private void send(DemoFrame frame, boolean isBroken, List<String> taken) throws IOException, InterruptedException {
        var answer = sender.send(frame);
        if (!(answer instanceof Answer.Refused no)) {
            taken.add(FrameSender.frameId(frame.file()));
        } else if (isBroken) {
            refused++;
        } else {
            throw new IOException("a frame was refused: " + no.reason());
        }
        Files.delete(frame.file());
    }

    /** How many frames have had their turn. */
    int number() {
        return number;
    }

    boolean isDone() {
        return !thread.isAlive();
    }

    /** Why it ended early; null where it did not. */
    @Nullable Exception failure() {
        return failure;
    }

    /** The ids of whole frames that were taken, those of nights not among them. */
    List<String> sent() {
        return sent;
    }

    /** The ids of exposures of nights that were taken. */
    List<String> exposures() {
        return exposures;
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
