package io.astrochrome.standalone.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Makes the demo's frames: what a mono camera, a colour camera and a picture archive hand in, and a file that broke on the
 * way. Each making exposes anew, as a telescope would; only the picture with colours stays the same.
 */
public final class DemoFrames {
    private static final int MONO_SIDE = 1024;
    private static final int MOSAIC_SIDE = 512;

    /** How far the field moves between two exposures. */
    private static final double DRIFT_PIXELS = 2.5;

    private static final int DAMAGED_BYTES = 256;

    private final Path folder;
    private final Instant now;

    /**
     * @param folder where the files are written
     * @param now the time of exposure, and the seed of the noise
     */
    public DemoFrames(Path folder, Instant now) {
        this.folder = folder;
        this.now = now;
    }

    /** Writes the frames, in the order in which they are sent. */
    public List<DemoFrame> make() throws IOException {
        Files.createDirectories(folder);
        var prawn = SkyScene.ofResource("ic4628.png");
        return List.of(
                mosaic(),
                mono("ic4628-0001.fits", prawn, 0),
                picture(),
                broken(),
                grey(),
                mono("ic4628-0002.fits", prawn, 1));
    }

    private DemoFrame mono(String name, SkyScene scene, int exposure) throws IOException {
        var frame = expose(scene, MONO_SIDE, false, "IC 4628", exposure);
        return write(name, frame.bytes(), "IC 4628", "mono camera, 16-bit FITS, linear");
    }

    private DemoFrame mosaic() throws IOException {
        var frame = expose(SkyScene.ofResource("n3199.png"), MOSAIC_SIDE, true, "NGC 3199", 0);
        return write("ngc3199-rggb.fits", frame.bytes(), "NGC 3199", "colour camera, Bayer mosaic RGGB");
    }

    /** Its chunks are whole, so that it is taken in; that the pixels are damaged shows when they are decoded. */
    private DemoFrame broken() throws IOException {
        var png = new ByteArrayOutputStream();
        var exposed = expose(SkyScene.ofResource("n3199.png"), MOSAIC_SIDE, false, "NGC 3199", 1);
        var picture = new BufferedImage(MOSAIC_SIDE, MOSAIC_SIDE, BufferedImage.TYPE_USHORT_GRAY);
        picture.getRaster().setDataElements(0, 0, MOSAIC_SIDE, MOSAIC_SIDE, exposed.samples());
        ImageIO.write(picture, "png", png);
        var bytes = png.toByteArray();
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + DAMAGED_BYTES, (byte) 0);
        return write("broken.png", bytes, "NGC 3199", "broken: damaged on the way");
    }

    private DemoFrame picture() throws IOException {
        var file = folder.resolve("ngc3621.png");
        try (var in = DemoFrames.class.getResourceAsStream("/demo/n3621.png")) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return new DemoFrame(file, "NGC 3621", "colour picture: the truth is known, so the colours are scored");
    }

    private DemoFrame grey() throws IOException {
        var colour = SkyScene.picture("m77.png");
        var grey = new BufferedImage(colour.getWidth(), colour.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var graphics = grey.createGraphics();
        graphics.drawImage(colour, 0, 0, null);
        graphics.dispose();
        var file = folder.resolve("m77-luminance.png");
        ImageIO.write(grey, "png", file.toFile());
        return new DemoFrame(file, "M 77", "grey PNG, stretched already");
    }

    private FitsFrame expose(SkyScene scene, int side, boolean mosaic, String object, int exposure) {
        var camera = new SimulatedCamera(side, side, mosaic);
        var at = now.plusSeconds(120L * exposure);
        var samples = camera.expose(scene, DRIFT_PIXELS * exposure, at.toEpochMilli());
        return new FitsFrame(side, side, samples, object, mosaic, at);
    }

    private DemoFrame write(String name, byte[] bytes, String target, String shows) throws IOException {
        var file = folder.resolve(name);
        Files.write(file, bytes);
        return new DemoFrame(file, target, shows);
    }
}
