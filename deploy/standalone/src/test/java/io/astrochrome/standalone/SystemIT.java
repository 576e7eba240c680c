package io.astrochrome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.standalone.demo.DemoFrame;
import io.astrochrome.standalone.demo.DemoFrames;
import io.astrochrome.standalone.demo.FrameOutcome;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.OutcomeReader;
import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.folder.Settings;
import io.astrochrome.standalone.stack.Home;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.standalone.stack.Stack;
import io.astrochrome.testkit.model.TinyModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged services as the launcher starts them, on one data folder: frames in at ingest, pictures out at the page. The
 * tests follow each other, because a start of everything is what takes the time.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SystemIT {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PICTURES = 12;

    @TempDir
    private static Path folder;

    private static Stack stack;
    private static List<DemoFrame> frames;

    @BeforeAll
    static void startEverything() throws Exception {
        var models = Files.createDirectories(folder.resolve("models"));
        TinyModel.named("tiny").write(models.resolve("champion.onnx"));
        frames = new DemoFrames(folder.resolve("frames"), Instant.parse("2026-11-22T22:00:00Z")).make();
        UnusualPorts.chosenIn(folder.resolve("data"));
        start();
    }

    @AfterAll
    static void stopEverything() throws IOException {
        stack.close();
    }

    @Test
    @Order(1)
    void coloursTheDemoFramesAndPutsTheDamagedOneAside() throws Exception {
        try (var outcomes = outcomes()) {
            send(frames);

            var seen = read(outcomes, frames.size(), PATIENCE);

            assertThat(coloured(seen)).containsExactlyInAnyOrderElementsOf(idsExcept("broken.png"));
            assertThat(seen)
                    .filteredOn(FrameOutcome.Quarantined.class::isInstance)
                    .singleElement()
                    .satisfies(outcome -> {
                        var quarantined = (FrameOutcome.Quarantined) outcome;
                        assertThat(quarantined.frameId()).isEqualTo(FrameSender.frameId(named("broken.png")));
                        assertThat(quarantined.stage()).isEqualTo("preprocess");
                        assertThat(quarantined.reason()).contains("broken.png");
                    });
        }
    }

    @Test
    @Order(2)
    void showsColouredFramesAtTheOneAddress() throws Exception {
        var page = stack.addresses().page();

        assertThat(get(page)).contains("<html");
        assertThat(get(page.resolve("/api/frames"))).contains("ic4628-0001.fits", "\"coloured\"");
        assertThat(get(page.resolve("/api/quarantine"))).contains("broken.png");
    }

    @Test
    @Order(2)
    void otherClientsReadWhatWasWrittenAndComeToTheSameFigures() throws Exception {
        var secret = Settings.read(new DataFolder(folder.resolve("data"))).get("store.secret-key");
        var reader = new ForeignReader(
                stack.addresses().bootstrapServers(), stack.addresses().store(), secret);
        var id = FrameSender.frameId(named("ngc3621.png"));

        var coloured = reader.tensorsAbout("colorized.v1", id).orElseThrow();
        var png = coloured.event().path("pictures").path("png");
        var bytes = reader.object(png.path("bucket").asText(), png.path("key").asText());
        assertThat(ForeignReader.sha256(bytes)).isEqualTo(png.path("sha256").asText());
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth())
                .isEqualTo(coloured.event().path("geometry").path("frameWidth").asInt());

        var scored = reader.about("quality.v1", id);
        for (var end = Instant.now().plus(PATIENCE);
                scored.isEmpty() && Instant.now().isBefore(end); ) {
            scored = reader.about("quality.v1", id);
        }
        var truth = reader.tensorsAbout("lab-tensors.v1", id).orElseThrow();
        assertThat(ForeignReader.psnr(truth, coloured))
                .isCloseTo(scored.orElseThrow().path("psnrDecibels").asDouble(), within(0.02));
    }

    @Test
    @Order(3)
    void losesNothingAndShowsNothingTwiceWhenColorizeIsKilledWhileFramesFlow() throws Exception {
        var exposures = new ArrayList<DemoFrame>();
        for (var i = 0; i < PICTURES; i++) {
            var made = new DemoFrames(folder.resolve("night-" + i), Instant.ofEpochSecond(1_800_000_000L + i)).make();
            exposures.add(made.get(0));
        }
        try (var outcomes = outcomes()) {
            send(exposures);
            var seen = new ArrayList<>(read(outcomes, 1, PATIENCE));
            var colorize = stack.processes().stream()
                    .filter(process -> process.name().equals(Service.COLORIZE.id()))
                    .findFirst()
                    .orElseThrow();
            ProcessHandle.of(colorize.pid().orElseThrow()).orElseThrow().destroyForcibly();
            while (coloured(seen).stream().distinct().count() < PICTURES) {
                var more = read(outcomes, 1, START_PATIENCE);
                assertThat(more)
                        .as("outcomes after the kill; so far " + seen.size())
                        .isNotEmpty();
                seen.addAll(more);
            }

            assertThat(coloured(seen)).containsOnlyOnceElementsOf(ids(exposures));
        }
        var shown = get(stack.addresses().page().resolve("/api/frames?limit=200"));
        for (var id : ids(exposures)) {
            assertThat(shown.split("\"frameId\":\"" + id, -1))
                    .as("frame on the page")
                    .hasSize(2);
        }
    }

    @Test
    @Order(4)
    void findsItsFramesAgainAfterAnOrderlyStopAndANewStart() throws Exception {
        var page = stack.addresses().page();
        stack.close();
        assertThat(stack.processes()).isEmpty();

        start();

        assertThat(stack.addresses().page()).isEqualTo(page);
        assertThat(get(page.resolve("/api/frames?limit=200"))).contains("ic4628-0001.fits", "ngc3621.png");
        assertThat(new FrameSender(stack.addresses().of(Service.INGEST)).send(named("ngc3621.png"), "NGC 3621"))
                .isInstanceOf(FrameSender.Answer.Duplicate.class);
    }

    private static void start() throws Exception {
        var data = new DataFolder(folder.resolve("data"));
        var services = EnumSet.complementOf(EnumSet.of(Service.TRAINER));
        var home = new Home(Home.current().root(), folder.resolve("models"));
        stack = Stack.start(home, data, services, event -> System.out.println(Instant.now() + " " + event));
        assertThat(stack.awaitReady(START_PATIENCE))
                .as(() -> "everything is ready; logs:\n" + logs(data))
                .isTrue();
    }

    private static String logs(DataFolder data) {
        var all = new StringBuilder();
        for (var name : List.of("infrastructure", "ingest", "preprocess", "colorize", "metrics")) {
            try {
                var text = Files.readString(data.logs().resolve(name + ".log"));
                all.append(name).append(":\n").append(text.substring(Math.max(0, text.length() - 2000)));
            } catch (IOException e) {
                all.append(e.getMessage()).append('\n');
            }
        }
        return all.toString();
    }

    private static OutcomeReader outcomes() {
        return new OutcomeReader(stack.addresses().bootstrapServers());
    }

    private static void send(List<DemoFrame> sent) throws Exception {
        var sender = new FrameSender(stack.addresses().of(Service.INGEST));
        for (var frame : sent) {
            assertThat(sender.send(frame.file(), frame.target()))
                    .as(frame.file().toString())
                    .isInstanceOf(FrameSender.Answer.Accepted.class);
        }
    }

    /** Outcomes other than scores, until there are {@code count} of them or the time is up. */
    private static List<FrameOutcome> read(OutcomeReader outcomes, int count, Duration patience) {
        var seen = new ArrayList<FrameOutcome>();
        var end = System.nanoTime() + patience.toNanos();
        while (seen.size() < count && System.nanoTime() < end) {
            outcomes.read(Duration.ofMillis(200)).stream()
                    .filter(outcome -> !(outcome instanceof FrameOutcome.Scored))
                    .forEach(seen::add);
        }
        return seen;
    }

    private static List<String> coloured(List<FrameOutcome> outcomes) {
        return outcomes.stream()
                .filter(FrameOutcome.Coloured.class::isInstance)
                .map(FrameOutcome::frameId)
                .toList();
    }

    private static List<String> idsExcept(String name) throws IOException {
        return ids(frames.stream().filter(frame -> !frame.file().endsWith(name)).toList());
    }

    private static List<String> ids(List<DemoFrame> of) throws IOException {
        var ids = new ArrayList<String>();
        for (var frame : of) {
            ids.add(FrameSender.frameId(frame.file()));
        }
        return ids;
    }

    private static Path named(String name) {
        return frames.stream()
                .map(DemoFrame::file)
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static String get(URI address) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
