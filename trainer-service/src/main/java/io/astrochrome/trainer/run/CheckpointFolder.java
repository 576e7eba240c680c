package io.astrochrome.trainer.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.tensors.Safetensors;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.file.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A run's folder. A checkpoint replaces the one before it only when it is on disk whole, so that whatever happens the
 * last good one is there.
 */
final class CheckpointFolder {
    static final String LAST = "last.safetensors";
    static final String BEST = "best.safetensors";
    static final String BEST_MODEL = "best.onnx";

    private static final String PROGRESS_KEY = "run";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    CheckpointFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    boolean hasRun() {
        return Files.exists(file(LAST));
    }

    /**
     * Writes a checkpoint.
     *
     * @throws RunException where it cannot be written, for example because the disk is full; the one before is untouched
     */
    Path save(String name, Checkpoint checkpoint) throws RunException {
        Path file = file(name);
        try {
            WholeFile.write(file, partial -> write(partial, checkpoint));
            return file;
        } catch (IOException e) {
            throw new RunException(
                    "the checkpoint of step " + checkpoint.progress().step() + " cannot be written to " + file + " ("
                            + e.getMessage() + "; " + freeMegabytes() + " MB are free); "
                            + (Files.exists(file)
                                    ? "the last good checkpoint is kept there"
                                    : "there is none before it"),
                    e);
        }
    }

    private static void write(Path partial, Checkpoint checkpoint) throws IOException {
        Map<String, String> metadata = Map.of(PROGRESS_KEY, json(checkpoint.progress()));
        try (FileChannel channel = FileChannel.open(
                partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            new Safetensors(metadata, checkpoint.state()).write(channel);
            channel.force(true);
        }
    }

    private static String json(Progress progress) {
        try {
            return JSON.writeValueAsString(progress);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values is always JSON", e);
        }
    }

    private long freeMegabytes() {
        return folder.toFile().getUsableSpace() >> 20;
    }

    /**
     * Reads a checkpoint whole into memory, so that its file may be replaced; empty where there is none.
     *
     * @throws RunException where it is damaged
     */
    Optional<Checkpoint> load(String name) throws RunException {
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Safetensors stored = Safetensors.read(ByteBuffer.wrap(Files.readAllBytes(file)));
            Progress progress = JSON.readValue(stored.metadata().getOrDefault(PROGRESS_KEY, ""), Progress.class);
            Map<String, Tensor> state = new LinkedHashMap<>(stored.tensors());
            return Optional.of(new Checkpoint(progress, state));
        } catch (IOException | IllegalArgumentException e) {
            throw new RunException("the checkpoint " + file + " is damaged: " + e.getMessage(), e);
        }
    }
}
