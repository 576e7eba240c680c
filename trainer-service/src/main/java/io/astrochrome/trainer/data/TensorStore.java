package io.astrochrome.trainer.data;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.tensors.Safetensors;
import io.astrochrome.tensors.SafetensorsFormatException;
import io.astrochrome.tensors.TensorGrid;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of LAB tensors, one file for each frame, holding the bytes that travelled on {@code lessons.v1}. Adding is
 * idempotent and atomic; a file is there whole or not at all. The folder can be deleted at any time: the log, or the
 * pictures, make it again. Thread-safe.
 */
public final class TensorStore {
    private static final String SUFFIX = ".safetensors";
    private static final int HALF_EXPONENT = 0x7c00;

    private final Path folder;

    /** Opens the folder; makes it where it is absent. */
    public TensorStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Whether the frame's tensor is there. */
    public boolean contains(String frameId) {
        return Files.exists(file(frameId));
    }

    /** Whether the frame's tensor is there and made by that version of the preparation. */
    boolean isPrepared(String frameId, String version) throws IOException {
        if (!contains(frameId)) {
            return false;
        }
        Path file = file(frameId);
        try {
            return version.equals(
                    StoredFrame.of(Safetensors.read(file)).frame().labels().get(TrainingLabels.PREPARATION));
        } catch (DataException | SafetensorsFormatException e) {
            throw damaged(file, e);
        }
    }

    /**
     * Keeps a colour frame's tensor.
     *
     * @return false where it was there already
     * @throws DataException where the frame has no colour or a value is not finite
     */
    public boolean add(LabTensor tensor) throws IOException {
        if (contains(tensor.frame().frameId())) {
            refuseUnlearnable(tensor);
            return false;
        }
        replace(tensor);
        return true;
    }

    /**
     * Keeps a colour frame's tensor in the place of the one that was there, if any.
     *
     * @throws DataException as {@link #add}
     */
    public void replace(LabTensor tensor) throws IOException {
        refuseUnlearnable(tensor);
        // Of a name of its own: several threads may have the same frame.
        Path partial = Files.createTempFile(folder, "adding-", ".partial");
        try {
            Files.write(partial, EventCodec.toBytes(tensor));
            Files.move(partial, file(tensor.frame().frameId()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void refuseUnlearnable(LabTensor tensor) throws DataException {
        String name = tensor.frame().fileName();
        if (!tensor.hasColour()) {
            throw new DataException(name + " has no colour to learn from");
        }
        if (anyNotFinite(tensor.lightness()) || anyNotFinite(tensor.requireA()) || anyNotFinite(tensor.requireB())) {
            throw new DataException(name + " holds values that are not finite");
        }
    }

    private static boolean anyNotFinite(short[] halves) {
        for (short half : halves) {
            if ((half & HALF_EXPONENT) == HALF_EXPONENT) {
                return true;
            }
        }
        return false;
    }

    /** A frame's picture, mapped; empty where it is not there. */
    public Optional<TrainingPicture> find(String frameId) throws IOException {
        Path file = file(frameId);
        return Files.exists(file) ? Optional.of(map(file)) : Optional.empty();
    }

    /** All that are for training or validation. */
    public PictureSet load() throws IOException {
        List<TrainingPicture> pictures = new ArrayList<>();
        for (Path file : files()) {
            TrainingPicture picture = map(file);
            if (picture.purpose() != Purpose.LIVE) {
                pictures.add(picture);
            }
        }
        return new PictureSet(pictures);
    }

    /** How many tensors are there. */
    public int size() throws IOException {
        return files().size();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    private static TrainingPicture map(Path path) throws IOException {
        try {
            Safetensors file = Safetensors.read(path);
            StoredFrame stored = StoredFrame.of(file);
            FrameIngested frame = stored.frame();
            TensorGrid geometry = stored.geometry();
            return new TrainingPicture(
                    frame.frameId(),
                    frame.fileName(),
                    frame.purpose(),
                    frame.labels().getOrDefault(TrainingLabels.GROUP, ""),
                    frame.labels().getOrDefault(TrainingLabels.CATEGORY, ""),
                    geometry,
                    plane(file, "l", geometry),
                    plane(file, "a", geometry),
                    plane(file, "b", geometry));
        } catch (DataException | SafetensorsFormatException | IllegalArgumentException e) {
            throw damaged(path, e);
        }
    }

    private static DataException damaged(Path path, Exception reason) {
        return new DataException(
                path + " is damaged (" + reason.getMessage() + "): delete it, it is made again", reason);
    }

    private static ShortBuffer plane(Safetensors file, String name, TensorGrid geometry) throws IOException {
        ShortBuffer halves = file.tensor(name).littleEndian().asShortBuffer();
        if (halves.remaining() != geometry.pixels()) {
            throw new IllegalArgumentException("plane " + name + " is not of its geometry's size");
        }
        return halves;
    }

    private Path file(String frameId) {
        return folder.resolve(frameId + SUFFIX);
    }
}
