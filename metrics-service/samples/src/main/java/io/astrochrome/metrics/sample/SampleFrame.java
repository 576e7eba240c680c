package io.astrochrome.metrics.sample;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.PictureReferences;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.imaging.color.Cielab;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import io.astrochrome.tensors.TensorSides;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A frame as the other services would have left it: its tensor, what a model made of it, its pictures in a store. The
 * "model" gives back a share of the true colours.
 */
public record SampleFrame(FrameIngested frame, BufferedImage picture, TensorGrid grid) {
    /** Id of the model that most samples are coloured by. */
    public static final String MODEL = sha256("a model");

    private static final int SIDE = 64;

    /** A made-up sky. */
    public static SampleFrame of(String target, String fileName, long seed) {
        return of(target, fileName, Sky.picture(500, 320, seed), Instant.now());
    }

    /** That picture, taken in then. */
    public static SampleFrame of(String target, String fileName, BufferedImage picture, Instant ingestedAt) {
        String frameId = sha256(target + "/" + fileName);
        FrameIngested frame = new FrameIngested(
                frameId,
                target,
                new ObjectReference(
                        "astrochrome", "frames/" + frameId.substring(0, 2) + "/" + frameId, 4, sha256("fits")),
                "image/fits",
                fileName,
                Purpose.LIVE,
                "http",
                ingestedAt.minusSeconds(95),
                ingestedAt,
                null,
                Map.of());
        return new SampleFrame(frame, picture, grid(picture));
    }

    private static TensorGrid grid(BufferedImage picture) {
        double scale = SIDE / (double) Math.min(picture.getWidth(), picture.getHeight());
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        return new TensorGrid(
                picture.getWidth(),
                picture.getHeight(),
                Math.toIntExact(TensorSides.holding(width)),
                Math.toIntExact(TensorSides.holding(height)),
                width,
                height);
    }

    /** The same, taken in for something else. */
    public SampleFrame withPurpose(Purpose purpose) {
        FrameIngested other = new FrameIngested(
                frame.frameId(),
                frame.target(),
                frame.object(),
                frame.mediaType(),
                frame.fileName(),
                purpose,
                frame.source(),
                frame.exposedAt(),
                frame.ingestedAt(),
                frame.palette(),
                frame.labels());
        return new SampleFrame(other, picture, grid);
    }

    /** The truth, as preprocess-service publishes it. */
    public LabTensor tensor() {
        short[][] planes = planes();
        return new LabTensor(frame, grid, stretch(), null, Instant.now(), planes[0], planes[1], planes[2]);
    }

    /** The same frame without its colours. */
    public LabTensor mono() {
        return new LabTensor(frame, grid, stretch(), null, Instant.now(), planes()[0], null, null);
    }

    /** What a model makes of it that finds {@code share} of the true colours; pictures are not in any store. */
    public FrameColorized colorized(String modelId, double share) {
        ObjectReference nowhere = new ObjectReference("astrochrome", "nowhere", 1, sha256("nothing"));
        return colorized(modelId, share, new PictureReferences(nowhere, nowhere, nowhere));
    }

    /** As the other, with its pictures put into the store. */
    public FrameColorized colorized(String modelId, double share, ObjectStore store) {
        String base = "colorized/" + modelId.substring(0, 12) + "/" + frame.frameId();
        store.put(frame.object().key(), "fits".getBytes(StandardCharsets.US_ASCII), "image/fits");
        return colorized(
                modelId,
                share,
                new PictureReferences(
                        store.put(base + ".png", encoded(picture, "png"), "image/png"),
                        store.put(base + ".jpg", encoded(faded(share), "jpg"), "image/jpeg"),
                        store.put(base + ".fits", "SIMPLE  =".getBytes(StandardCharsets.US_ASCII), "image/fits")));
    }

    private FrameColorized colorized(String modelId, double share, PictureReferences pictures) {
        short[][] planes = planes();
        for (int c = 1; c < 3; c++) {
            for (int i = 0; i < planes[c].length; i++) {
                planes[c][i] = HalfFloat.fromFloat((float) (share * HalfFloat.toFloat(planes[c][i])));
            }
        }
        return new FrameColorized(
                frame,
                grid,
                stretch(),
                modelId,
                "unet-b0 nebulae 4",
                "CPU",
                pictures,
                Map.of("inference", 21.4, "upsample", 64.2, "compose", 38.9, "write", 142.5),
                frame.ingestedAt().plusMillis(640),
                planes[1],
                planes[2]);
    }

    private static StretchApplied stretch() {
        return new StretchApplied("midtone-linked", "target", Map.of("shadows", 0.00312, "midtones", 0.01874));
    }

    private short[][] planes() {
        BufferedImage small = new BufferedImage(grid.width(), grid.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, grid.contentWidth(), grid.contentHeight(), null);
        graphics.dispose();
        short[][] planes = new short[3][grid.pixels()];
        double[] lab = new double[3];
        for (int i = 0; i < grid.pixels(); i++) {
            int rgb = small.getRGB(i % grid.width(), i / grid.width());
            Cielab.srgbToLab((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, lab);
            planes[0][i] = HalfFloat.fromFloat(LabScale.normaliseLightness((float) lab[0]));
            planes[1][i] = HalfFloat.fromFloat(LabScale.normaliseChroma((float) lab[1]));
            planes[2][i] = HalfFloat.fromFloat(LabScale.normaliseChroma((float) lab[2]));
        }
        return planes;
    }

    /** The picture with a share of its colours. */
    private BufferedImage faded(double share) {
        BufferedImage out = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        double[] lab = new double[3];
        double[] rgb = new double[3];
        for (int y = 0; y < out.getHeight(); y++) {
            for (int x = 0; x < out.getWidth(); x++) {
                int p = picture.getRGB(x, y);
                Cielab.srgbToLab((p >> 16 & 255) / 255.0, (p >> 8 & 255) / 255.0, (p & 255) / 255.0, lab);
                Cielab.labToSrgb(lab[0], share * lab[1], share * lab[2], rgb);
                out.setRGB(x, y, level(rgb[0]) << 16 | level(rgb[1]) << 8 | level(rgb[2]));
            }
        }
        return out;
    }

    private static int level(double value) {
        return (int) Math.round(255 * Math.min(1, Math.max(0, value)));
    }

    private static byte[] encoded(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** SHA-256 of a file, in hex. */
    public static String sha256(Path file) {
        return Sha256.of(file);
    }

    /** SHA-256 of a text, in hex. */
    public static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
