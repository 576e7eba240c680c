package io.astrochrome.colorize.stream;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameStack;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.imaging.color.ResampleKernel;
import io.astrochrome.imaging.color.Resampler;
import io.astrochrome.imaging.compose.KnownColours;
import io.astrochrome.imaging.write.KnownColoursFile;
import io.astrochrome.imaging.write.LuminanceFile;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A frame as preprocess would hand it on: sky with stars on a slope, its luminance stored, its lightness reduced. */
public record TestFrame(FrameIngested ingested, Luminance16 luminance, LabTensor tensor) {
    static final List<String> CARDS = List.of(
            card("OBJECT  = 'M51     '           / what it shows"),
            card("FOCALLEN=                 1200 / mm"),
            card("HISTORY calibrated with flats"));

    private static final int SHORT_SIDE = 64;

    private static String card(String text) {
        return String.format("%-80s", text);
    }

    /** A FITS frame, stored. */
    public static TestFrame live(ObjectStore store, String target, int seed, int width, int height) {
        return of(store, target, seed, width, height, Purpose.LIVE);
    }

    public static TestFrame of(ObjectStore store, String target, int seed, int width, int height, Purpose purpose) {
        Luminance16 luminance = sky(seed, width, height);
        String id = Sha256.of((target + seed).getBytes(StandardCharsets.UTF_8));
        FrameIngested ingested = new FrameIngested(
                id,
                target,
                new ObjectReference("astrochrome", ObjectKeys.frame(id), 1, id),
                "image/fits",
                "frame-" + seed + ".fits",
                purpose,
                "test",
                null,
                Instant.now(),
                null,
                Map.of());
        ObjectReference reference = purpose == Purpose.LIVE ? store(store, id, luminance) : null;
        return new TestFrame(ingested, luminance, tensor(ingested, luminance, reference));
    }

    /** The same with a label. */
    TestFrame withLabel(String name, String value) {
        FrameIngested one = ingested;
        FrameIngested labelled = new FrameIngested(
                one.frameId(),
                one.target(),
                one.object(),
                one.mediaType(),
                one.fileName(),
                one.purpose(),
                one.source(),
                one.exposedAt(),
                one.ingestedAt(),
                one.palette(),
                Map.of(name, value));
        return new TestFrame(labelled, luminance, tensor(labelled, luminance, tensor.luminance()));
    }

    /** The same as the newest of three exposures through two filters, whose colours are known on the frame's own grid. */
    public TestFrame stacked(ObjectStore store, KnownColours known) {
        byte[] bytes = KnownColoursFile.toBytes(known);
        ObjectReference colours =
                store.put(ObjectKeys.knownColours(id(), Sha256.of(bytes)), bytes, KnownColoursFile.MEDIA_TYPE);
        FrameStack stack = new FrameStack(
                colours.sha256(),
                "hoo",
                Map.of("Ha", 2, "OIII", 1),
                Map.of("Ha", 120.0, "OIII", 60.0),
                known.measuredShare(),
                known.physicsShare(),
                known.isWhole() ? 0 : 1 - known.measuredShare() - known.physicsShare(),
                colours);
        LabTensor single = tensor;
        return new TestFrame(
                ingested,
                luminance,
                new LabTensor(
                        single.frame(),
                        single.geometry(),
                        single.stretch(),
                        single.luminance(),
                        single.preparedAt(),
                        single.lightness(),
                        null,
                        null,
                        stack));
    }

    private static LabTensor tensor(FrameIngested ingested, Luminance16 luminance, ObjectReference reference) {
        TensorGrid grid = TensorGrid.of(luminance.width(), luminance.height(), SHORT_SIDE, 8 * SHORT_SIDE);
        float[] reduced = new Resampler(ResampleKernel.AREA)
                .resize(
                        luminance.samples(),
                        luminance.width(),
                        luminance.height(),
                        grid.contentWidth(),
                        grid.contentHeight());
        for (int i = 0; i < reduced.length; i++) {
            reduced[i] = LabScale.normaliseLightness(100 * reduced[i]);
        }
        return new LabTensor(
                ingested,
                new TensorGrid(
                        grid.frameWidth(),
                        grid.frameHeight(),
                        grid.width(),
                        grid.height(),
                        grid.contentWidth(),
                        grid.contentHeight()),
                new StretchApplied("midtone-linked", "target", Map.of("shadows", 0.01)),
                reference,
                Instant.now(),
                HalfFloat.fromFloats(grid.pad(reduced)),
                null,
                null);
    }

    private static ObjectReference store(ObjectStore store, String id, Luminance16 luminance) {
        try {
            Path file = Files.createTempFile("luminance", ".fits");
            try {
                LuminanceFile.write(file, luminance, CARDS);
                return store.put(ObjectKeys.luminance(id, id), file, LuminanceFile.MEDIA_TYPE);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Luminance16 sky(int seed, int width, int height) {
        Random random = new Random(seed);
        short[] samples = new short[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (3000 + 40_000L * i / samples.length + random.nextInt(4000));
        }
        for (int star = 0; star < samples.length / 500; star++) {
            samples[random.nextInt(samples.length)] = (short) (50_000 + random.nextInt(15_536));
        }
        return new Luminance16(width, height, samples);
    }

    public String id() {
        return ingested.frameId();
    }

    public String target() {
        return ingested.target();
    }

    public byte[] bytes() {
        return EventCodec.toBytes(tensor);
    }

    /** The same frame, with a palette asked for. */
    public TestFrame asking(String palette) {
        FrameIngested asking = new FrameIngested(
                ingested.frameId(),
                ingested.target(),
                ingested.object(),
                ingested.mediaType(),
                ingested.fileName(),
                ingested.purpose(),
                ingested.source(),
                ingested.exposedAt(),
                ingested.ingestedAt(),
                palette,
                ingested.labels());
        return new TestFrame(asking, luminance, tensor(asking, luminance, tensor.luminance()));
    }

    /** The same frame with colours of its own, the same everywhere. */
    public TestFrame inColour(float a, float b) {
        short[] planeA = new short[tensor.lightness().length];
        short[] planeB = planeA.clone();
        Arrays.fill(planeA, HalfFloat.fromFloat(LabScale.normaliseChroma(a)));
        Arrays.fill(planeB, HalfFloat.fromFloat(LabScale.normaliseChroma(b)));
        LabTensor coloured = new LabTensor(
                ingested,
                tensor.geometry(),
                tensor.stretch(),
                tensor.luminance(),
                tensor.preparedAt(),
                tensor.lightness(),
                planeA,
                planeB);
        return new TestFrame(ingested, luminance, coloured);
    }

    /** The same frame with another reference of its luminance. */
    TestFrame withLuminance(ObjectReference reference) {
        return new TestFrame(ingested, luminance, tensor(ingested, luminance, reference));
    }
}
