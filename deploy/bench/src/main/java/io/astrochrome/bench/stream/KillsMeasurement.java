package io.astrochrome.bench.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.astrochrome.bench.night.SimulatedNight;
import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement;
import io.astrochrome.standalone.process.SupervisedProcess;
import io.astrochrome.standalone.stack.Service;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** A night while preprocess-service is killed again and again, beside the same night undisturbed: the same bits at its end. */
public final class KillsMeasurement implements Measurement {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 800;
    private static final int EXPOSURES = 96;
    private static final int KILLS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String TARGET = "NGC 4";
    private static final long MOST_PAUSE_MILLIS = 800;

    /** All kills fall among the exposures. */
    private static final int MOST_BETWEEN = 2 * EXPOSURES / KILLS - 2;

    private final Workplace workplace;

    public KillsMeasurement(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public String description() {
        return "kill -9 of preprocess-service at " + KILLS + " random moments of a night";
    }

    @Override
    public List<Figure> measure(Progress progress) throws Exception {
        var undisturbed = play(progress, false);
        var disturbed = play(progress, true);
        var different = 0;
        for (var field : List.of("stackId", "subs", "seconds", "colours")) {
            different += undisturbed.get(field).equals(disturbed.get(field)) ? 0 : 1;
        }
        return List.of(
                Figure.atMost(
                        "exposures lost or doubled over " + KILLS + " times kill -9 of preprocess",
                        Math.abs(depth(undisturbed) - depth(disturbed)),
                        "",
                        0),
                Figure.atMost(
                        "differences of the last picture's colours from those of the undisturbed night",
                        different,
                        "",
                        0));
    }

    /** What the last picture of the night is made of. */
    private JsonNode play(Progress progress, boolean killing) throws Exception {
        progress.at("starting the stream");
        try (var stack = BenchStack.start(workplace);
                var page = new PageFeed(stack.running().addresses().page())) {
            progress.at("writing exposures");
            var files = new SimulatedNight(WIDTH, HEIGHT, 6, EXPOSURES)
                    .write(stack.frames().resolve("kills"), TARGET);
            var killer = killing ? new Thread(() -> kill(stack, page), "killer") : null;
            if (killer != null) {
                killer.setDaemon(true);
                killer.start();
            }
            for (var i = 0; i < files.size(); i++) {
                progress.at((killing ? "killing; " : "undisturbed; ") + "sent " + i + " of " + files.size());
                stack.expose(files.get(i), TARGET);
            }
            if (killer != null) {
                progress.at("killing");
                killer.join();
            }
            return page.awaitStack(TARGET, EXPOSURES, PATIENCE);
        }
    }

    /** Each time some exposures further, somewhere in the middle of the next. */
    private static void kill(BenchStack stack, PageFeed page) {
        var random = new SplittableRandom(9);
        try {
            for (var i = 0; i < KILLS; i++) {
                var enough = page.judged() + 1 + random.nextInt(MOST_BETWEEN);
                while (page.judged() < Math.min(enough, EXPOSURES)) {
                    Thread.sleep(5);
                }
                Thread.sleep(random.nextLong(MOST_PAUSE_MILLIS));
                preprocess(stack).pid().ifPresent(pid -> ProcessHandle.of(pid)
                        .ifPresent(ProcessHandle::destroyForcibly));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SupervisedProcess preprocess(BenchStack stack) {
        return stack.running().processes().stream()
                .filter(process -> process.name().startsWith(Service.PREPROCESS.id()))
                .findFirst()
                .orElseThrow();
    }

    private static int depth(JsonNode stack) {
        var depth = 0;
        for (var subs : stack.path("subs")) {
            depth += subs.asInt();
        }
        return depth;
    }
}
