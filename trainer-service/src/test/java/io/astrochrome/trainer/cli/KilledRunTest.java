package io.astrochrome.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.tensors.Safetensors;
import io.astrochrome.tensors.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A process that trains is killed at a random moment and resumed, beside one that nobody disturbs. */
class KilledRunTest {
    private static final String RECIPE = """
            name: killed
            generator: {encoder: mobilenet-v2, decoder-widths: [8, 8, 8, 8, 8], dropout: 0.2}
            critic: {kind: complex, width: 4, dropout: 0.25}
            objective: {adversarial: wgan-gp, ema-decay: 0.9}
            augmentation: {flip: true, rotation-degrees: 20, noise: [0, 1]}
            schedule: {warm-up-steps: 3, final-fraction: 0.1, generator-every: 2}
            phases:
              - {name: warm-up, steps: 6, side: 32, batch: 2}
              - {name: adversarial, steps: 24, side: 32, batch: 2, adversarial: true}
            validation: {every-steps: 15, side: 32}
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
        boolean killed = killedAfter(random.nextLong(1500));
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

    /** Trains in a process of its own, and kills it so long after a first checkpoint of its own; whether it lived until then. */
    private boolean killedAfter(long millis) throws IOException, InterruptedException {
        Path checkpoint = folder.resolve("disturbed").resolve(CHECKPOINT);
        long before =
                Files.exists(checkpoint) ? Files.getLastModifiedTime(checkpoint).toMillis() : 0;
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
            while (process.isAlive()
                    && (!Files.exists(checkpoint)
                            || Files.getLastModifiedTime(checkpoint).toMillis() <= before)) {
                Thread.sleep(20);
            }
            boolean lived = !process.waitFor(millis, TimeUnit.MILLISECONDS);
            assertThat(lived || process.exitValue() == 0)
                    .as(Files.readString(folder.resolve("process.log")))
                    .isTrue();
            return lived;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Map<String, Tensor> state(String out) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(out).resolve(CHECKPOINT));
        return Safetensors.read(ByteBuffer.wrap(bytes)).tensors();
    }
}
