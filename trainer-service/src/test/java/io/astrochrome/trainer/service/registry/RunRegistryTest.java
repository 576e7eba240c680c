package io.astrochrome.trainer.service.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
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
}
