package io.astrochrome.trainer.service.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import io.astrochrome.trainer.service.PlainConfig;
import io.astrochrome.trainer.service.SentMessages;
import io.astrochrome.trainer.service.TrainerConfig;
import io.astrochrome.trainer.service.TrainerName;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRegistryTest {
    private static final RunRequest REQUEST =
            new RunRequest("run", "light", "DRIFT", "the sky is brighter", "metrics-service", Instant.EPOCH);
    private static final RunStatus QUEUED = RunStatus.queued(REQUEST);
    private static final RunStatus UNDER_WAY = new RunStatus(
            REQUEST, TrainingState.RUNNING, "only", 700, 1000, Map.of("total", 0.5), 60L, "measured, the best so far");

    @TempDir
    private Path folder;

    private final List<TrainingProgress> published = new ArrayList<>();
    private RunRegistry registry;

    @BeforeEach
    void aTrainerStarts() throws IOException {
        registry = opened();
    }

    private RunRegistry opened() throws IOException {
        TrainerConfig config = (TrainerConfig) Proxy.newProxyInstance(
                TrainerConfig.class.getClassLoader(),
                new Class<?>[] {TrainerConfig.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "runFolder" -> folder;
                    case "keptRuns" -> 20;
                    default -> null;
                });
        @SuppressWarnings("unchecked")
        Emitter<byte[]> training = (Emitter<byte[]>) Proxy.newProxyInstance(
                Emitter.class.getClassLoader(), new Class<?>[] {Emitter.class}, (proxy, method, arguments) -> {
                    published.add(EventCodec.fromJson(
                            (byte[]) ((Message<?>) arguments[0]).getPayload(), TrainingProgress.class));
                    return null;
                });
        RunRegistry opened = new RunRegistry(config, new ProgressPublisher(training, new TrainerName(config)));
        opened.open();
        return opened;
    }

    private byte[] kept() throws IOException {
        return Files.readAllBytes(folder.resolve("run").resolve("status.json"));
    }

    @Test
    void howFarARunIsIsShownAndToldAndNotWrittenASecondTime() throws IOException {
        registry.add(QUEUED);
        byte[] before = kept();

        registry.update(UNDER_WAY);

        assertThat(registry.run("run")).contains(UNDER_WAY);
        assertThat(published).extracting(TrainingProgress::step).containsExactly(0L, 700L);
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void aRunWithoutAnEndIsQueuedAfterTheNextStart() throws IOException {
        registry.add(QUEUED);
        registry.update(UNDER_WAY);

        assertThat(opened().run("run")).contains(QUEUED);
    }

    @Test
    void howARunEndedIsKnownAfterTheNextStart() throws IOException {
        RunStatus ended = UNDER_WAY.ended(TrainingState.FINISHED, "the recipe is done");
        registry.add(QUEUED);
        registry.update(UNDER_WAY);

        registry.update(ended);

        RunRegistry next = opened();
        assertThat(next.run("run")).contains(ended);
        assertThat(next.underWayFor("DRIFT")).isEmpty();
    }

    @Test
    void whatOlderTrainersWroteOfARunUnderWayIsTakenUp() throws IOException {
        new RunFolder(folder).save(UNDER_WAY);

        assertThat(opened().run("run")).contains(QUEUED);
    }

    @Test
    void aRequestThatCannotBeKeptIsNoneAndNobodyIsToldOfIt() throws IOException {
        Files.writeString(folder.resolve("run"), "a file where the run's folder should be");

        assertThatThrownBy(() -> registry.add(QUEUED)).isInstanceOf(IOException.class);

        assertThat(registry.all()).isEmpty();
        assertThat(published).isEmpty();
    }

    @Test
    void anEndThatCannotBeKeptIsToldAllTheSame() throws IOException {
        registry.add(QUEUED);
        Files.delete(folder.resolve("run").resolve("status.json"));
        Files.delete(folder.resolve("run"));
        Files.writeString(folder.resolve("run"), "a file where the run's folder should be");

        registry.update(UNDER_WAY.ended(TrainingState.FAILED, "not finite"));

        assertThat(published).extracting(TrainingProgress::state).contains(TrainingState.FAILED);
        assertThat(registry.run("run").orElseThrow().over()).isTrue();
    }

    private RunRegistry keeping(int keptRuns) {
        PlainConfig config = new PlainConfig(folder.resolve("own"), keptRuns);
        return new RunRegistry(config, new ProgressPublisher(SentMessages.taken(), new TrainerName(config)));
    }

    private static RunStatus queued(String runId, String reason, int hour) {
        return RunStatus.queued(
                new RunRequest(runId, "light", reason, "because", "Ada", Instant.EPOCH.plusSeconds(3600L * hour)));
    }

    @Test
    void onlyTheNewestEndedRunsKeepMoreThanHowTheyEnded() throws IOException {
        RunRegistry two = keeping(2);
        two.open();
        for (int run = 0; run < 4; run++) {
            RunStatus status = queued("run-" + run, null, run);
            two.add(status);
            Files.writeString(two.folder("run-" + run).resolve("last.safetensors"), "a checkpoint");
            if (run > 0) {
                two.update(status.ended(TrainingState.FINISHED, "done"));
            }
        }

        assertThat(two.folder("run-0").resolve("last.safetensors"))
                .as("not over")
                .exists();
        assertThat(two.folder("run-1").resolve("last.safetensors")).doesNotExist();
        assertThat(two.folder("run-1").resolve("status.json")).exists();
        assertThat(two.folder("run-2").resolve("last.safetensors")).exists();
        assertThat(two.folder("run-3").resolve("last.safetensors")).exists();
        assertThat(two.all()).hasSize(4);
    }

    @Test
    void whatIsKeptTooLongIsThinnedAtTheNextStart() throws IOException {
        RunRegistry many = keeping(20);
        many.open();
        for (int run = 0; run < 3; run++) {
            RunStatus status = queued("run-" + run, null, run);
            many.add(status);
            Files.writeString(many.folder("run-" + run).resolve("last.safetensors"), "a checkpoint");
            many.update(status.ended(TrainingState.FINISHED, "done"));
        }

        RunRegistry one = keeping(1);
        assertThat(one.open()).isEmpty();

        assertThat(one.folder("run-0").resolve("last.safetensors")).doesNotExist();
        assertThat(one.folder("run-2").resolve("last.safetensors")).exists();
    }

    @Test
    void aTrainerKeepsARunAtLeast() {
        assertThatThrownBy(() -> keeping(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("astrochrome.trainer.kept-runs must be at least 1, not 0");
    }

    @Test
    void whatIsToBeTakenUpIsToldOnce() throws IOException {
        RunRegistry before = keeping(20);
        before.open();
        before.add(queued("late", null, 2));
        before.add(queued("early", null, 1));
        before.add(queued("done", null, 0));
        before.update(queued("done", null, 0).ended(TrainingState.STOPPED, "by hand"));

        RunRegistry next = keeping(20);
        assertThat(next.open()).containsExactly(queued("early", null, 1), queued("late", null, 2));
        assertThat(next.open()).isEmpty();
        assertThat(next.all()).hasSize(3);
    }

    @Test
    void aReasonIsTakenForAsLongAsItsRunIsNotOver() throws IOException {
        RunRegistry one = keeping(20);
        one.open();
        RunStatus drift = queued("a", "DRIFT", 0);
        one.add(drift);
        one.add(queued("b", null, 1));

        assertThat(one.underWayFor("DRIFT")).contains(drift);
        assertThat(one.underWayFor("FEEDBACK")).isEmpty();
        assertThat(one.underWayFor(null))
                .as("who gives no reason waits for nobody")
                .isEmpty();

        one.update(drift.ended(TrainingState.FAILED, "x"));
        assertThat(one.underWayFor("DRIFT")).isEmpty();
    }
}
