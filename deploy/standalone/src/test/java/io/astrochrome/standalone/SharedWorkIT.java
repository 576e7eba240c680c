package io.astrochrome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.standalone.demo.DemoFrame;
import io.astrochrome.standalone.demo.DemoFrames;
import io.astrochrome.standalone.demo.FrameOutcome;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.OutcomeReader;
import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.stack.Home;
import io.astrochrome.standalone.stack.Instances;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.standalone.stack.Stack;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances each of preprocess and colorize against one broker, as the launcher starts them. */
class SharedWorkIT {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FRAMES = 24;
    private static final int TARGETS = 8;

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndShowsNothingTwiceWhenOneOfEachIsKilledWhileFramesFlow() throws Exception {
        var models = Files.createDirectories(folder.resolve("models"));
        TinyModel.named("tiny").write(models.resolve("champion.onnx"));
        var frames = frames();
        var data = new DataFolder(UnusualPorts.chosenIn(folder.resolve("data")));
        try (var stack = Stack.start(
                new Home(Home.current().root(), models),
                data,
                EnumSet.of(Service.INGEST, Service.PREPROCESS, Service.COLORIZE),
                new Instances(Map.of(Service.PREPROCESS, 2, Service.COLORIZE, 2)),
                event -> System.out.println(Instant.now() + " " + event))) {
            assertThat(stack.awaitReady(START_PATIENCE))
                    .as("everything is ready")
                    .isTrue();
            try (var outcomes = new OutcomeReader(stack.addresses().bootstrapServers())) {
                send(stack, frames);
                var coloured = new ArrayList<>(read(outcomes, 2));
                kill(stack, "colorize-2");
                kill(stack, "preprocess-2");
                while (coloured.stream().distinct().count() < FRAMES) {
                    var more = read(outcomes, 1);
                    assertThat(more)
                            .as("outcomes after the kill; so far %d", coloured.size())
                            .isNotEmpty();
                    coloured.addAll(more);
                }

                assertThat(coloured).containsExactlyInAnyOrderElementsOf(ids(frames));
            }
        }
    }

    /** One exposure with another pixel changed for each frame. */
    private List<DemoFrame> frames() throws Exception {
        var night = new DemoFrames(folder.resolve("night"), Instant.ofEpochSecond(1_800_000_000L)).make();
        var bytes = Files.readAllBytes(night.get(0).file());
        var frames = new ArrayList<DemoFrame>();
        for (var i = 0; i < FRAMES; i++) {
            bytes[bytes.length / 2 + 2 * i]++;
            var file = Files.write(folder.resolve("exposure-" + i + ".fits"), bytes);
            frames.add(new DemoFrame(file, "field " + i % TARGETS, "one of many"));
        }
        return frames;
    }

    private static void send(Stack stack, List<DemoFrame> frames) throws Exception {
        var sender = new FrameSender(stack.addresses().of(Service.INGEST));
        for (var frame : frames) {
            assertThat(sender.send(frame.file(), frame.target())).isInstanceOf(FrameSender.Answer.Accepted.class);
        }
    }

    private static void kill(Stack stack, String name) {
        var process = stack.processes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        ProcessHandle.of(process.pid().orElseThrow()).orElseThrow().destroyForcibly();
    }

    /** Ids of coloured frames, until there are {@code count} or the time is up. */
    private static List<String> read(OutcomeReader outcomes, int count) {
        var seen = new ArrayList<String>();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (seen.size() < count && System.nanoTime() < end) {
            outcomes.read(Duration.ofMillis(200)).stream()
                    .filter(FrameOutcome.Coloured.class::isInstance)
                    .map(FrameOutcome::frameId)
                    .forEach(seen::add);
        }
        return seen;
    }

    private static List<String> ids(List<DemoFrame> frames) throws Exception {
        var ids = new ArrayList<String>();
        for (var frame : frames) {
            ids.add(FrameSender.frameId(frame.file()));
        }
        return ids;
    }
}
