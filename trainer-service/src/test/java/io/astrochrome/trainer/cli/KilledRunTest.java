package io.astrochrome.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.tensors.Safetensors;
import io.astrochrome.tensors.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A process that trains is killed at a random moment of its adversarial phase and resumed, beside one that nobody disturbs. */
class KilledRunTest {
    private static final int WARM_UP_STEPS = 3;
    private static final int LAST_STEP = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Much shorter than a step. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private static final String RECIPE = """
            name: killed
            generator: {encoder: mobilenet-v2, decoder-widths: [8, 8, 8, 8, 8], dropout: 0.2}
            critic: {kind: complex, width: 4, dropout: 0.25}
            objective: {adversarial: wgan-gp, ema-decay: 0.9}
            augmentation: {flip: true, rotation-degrees: 20, noise: [0, 1]}
            schedule: {warm-up-steps: 5, final-fraction: 0.1, generator-every: 2}
            phases:
              - {name: warm-up, steps: 3, side: 32, batch: 2}
              - {name: adversarial, steps: 17, side: 32, batch: 2, adversarial: true}
            validation: {every-steps: 10, side: 32}
            """;

    private static final String CHECKPOINT = "last.safetensors";

    @TempDir
    Path folder;

    @BeforeEach
    void makeData() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        StringBuilder manifest = new StringBuilder("file,split\n");
        for (int i = 0; i < 4; i++) {
            BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
            for (int p = 0; p < 64 * 64; p++) {
                image.setRGB(p % 64, p / 64, (3 * p & 255) << 16 | (p / 64 + 40 * i & 255) << 8 | (p & 255));
            }
            ImageIO.write(image, "png", folder.resolve("data/p" + i + ".png").toFile());
            manifest.append("p" + i + ".png," + (i < 3 ? "train" : "validation") + "\n");
        }
        Files.writeString(folder.resolve("data/manifest.csv"), manifest);
        Files.writeString(folder.resolve("killed.yaml"), RECIPE);
    }

    private String[] arguments(String out) {
        return new String[] {
            "--recipe",
            folder.resolve("killed.yaml").toString(),
            "--data",
            folder.resolve("data").toString(),
            "--cache",
            folder.resolve("cache").toString(),
            "--out",
            folder.resolve(out).toString(),
            "--checkpoint-minutes",
            "0",
            "--plain",
            "--resume"
        };
    }

    @Test
    void endsInTheSameWeights() throws Exception {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        long step = random.nextLong(WARM_UP_STEPS + 1, LAST_STEP - 7);
        boolean killed = killedAfter(step, random.nextLong(100));
        StringWriter said = train("disturbed");
        train("undisturbed");

        assertThat(killed).as("the process was killed in time, seed %d", seed).isTrue();
        assertThat(said.toString()).contains("resumed after step");
        Map<String, Tensor> disturbed = state("disturbed");
        Map<String, Tensor> undisturbed = state("undisturbed");
        assertThat(disturbed.keySet()).isEqualTo(undisturbed.keySet());
        assertThat(undisturbed.keySet()).as("seed %d", seed).allSatisfy(name -> assertThat(disturbed.get(name))
                .isEqualTo(undisturbed.get(name)));
    }

    private StringWriter train(String out) {
        StringWriter said = new StringWriter();
        int code = new CommandLine(new TrainCommand())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments(out));
        assertThat(code).as(said.toString()).isZero();
        return said;
    }

    /** Trains in a process of its own, and kills it so long after the checkpoint of a step; whether it lived until then. */
    private boolean killedAfter(long step, long millis) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dai.djl.offline=true",
                TrainCommand.class.getName());
        builder.command().addAll(java.util.List.of(arguments("disturbed")));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("process.log").toFile());
        Process process = builder.start();
        try {
            await().atMost(PATIENCE).pollInterval(BETWEEN_LOOKS).until(() -> !process.isAlive() || stepKept() >= step);
            boolean lived = !process.waitFor(millis, TimeUnit.MILLISECONDS);
            assertThat(lived || process.exitValue() == 0)
                    .as(Files.readString(folder.resolve("process.log")))
                    .isTrue();
            return lived;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** The step of the checkpoint that is there; 0 where there is none yet. */
    private long stepKept() throws IOException {
        Path checkpoint = folder.resolve("disturbed").resolve(CHECKPOINT);
        if (!Files.exists(checkpoint)) {
            return 0;
        }
        String run = Safetensors.read(checkpoint).metadata().get("run");
        return new ObjectMapper().readTree(run).path("step").asLong();
    }

    private Map<String, Tensor> state(String out) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(out).resolve(CHECKPOINT));
        return Safetensors.read(ByteBuffer.wrap(bytes)).tensors();
    }
}
