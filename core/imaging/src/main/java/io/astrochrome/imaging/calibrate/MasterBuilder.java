package io.astrochrome.imaging.calibrate;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.exposure.SubFacts.Kind;
import io.astrochrome.imaging.linear.ChannelLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Combines calibration frames: per pixel the mean of those within three deviations of the median, so that a cosmic ray in a
 * dark and a star in a sky flat are left out. Bias frames first, then darks, then flats, each of which is calibrated itself.
 * Planes are in files while they are in use, so that memory does not grow with their number.
 */
final class MasterBuilder {
    private static final double REJECTION = 3;

    /** A Gaussian's standard deviation in units of its median absolute deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    /** A flat's median is taken of so many of its pixels. */
    private static final int SAMPLED = 100_000;

    private final Path folder;
    private final List<Group> groups = new ArrayList<>();

    MasterBuilder(Path folder) {
        this.folder = folder;
    }

    /**
     * Frames of one kind and setting.
     *
     * @param name of the first file
     * @param master whether another program made it of several: it is not calibrated once more
     */
    private record Group(
            String name, CameraMode camera, SubFacts facts, boolean master, List<List<MasterPlane>> frames) {
        boolean takes(CameraMode otherCamera, SubFacts other, boolean otherMaster) {
            return camera.equals(otherCamera)
                    && master == otherMaster
                    && facts.kind() == other.kind()
                    && (facts.kind() == Kind.BIAS || Master.lastsAlike(facts.seconds(), other.seconds()))
                    && (facts.kind() != Kind.FLAT || Master.sharesFilter(facts, other));
        }
    }

    /**
     * Adds a frame.
     *
     * @param unit that the frame's values are multiplied by
     * @param master whether another program made it of several
     */
    void add(String name, DecodedFrame frame, SubFacts facts, double unit, boolean master) throws IOException {
        CameraMode camera = CameraMode.of(frame);
        List<MasterPlane> planes = new ArrayList<>();
        for (int channel = 0; channel < frame.channels(); channel++) {
            ChannelLight light = ChannelLight.of(frame, channel);
            planes.add(kept(camera, index -> (float) (unit * light.value(index))));
        }
        Group group = groups.stream()
                .filter(one -> one.takes(camera, facts, master))
                .findFirst()
                .orElseGet(() -> {
                    Group first = new Group(name, camera, facts, master, new ArrayList<>());
                    groups.add(first);
                    return first;
                });
        group.frames.add(planes);
    }

    /** @param problems is told of flats that saw no light */
    List<Master> combined(List<String> problems) throws IOException {
        List<Master> masters = new ArrayList<>();
        for (Kind kind : List.of(Kind.BIAS, Kind.DARK, Kind.FLAT)) {
            for (Group group : groups) {
                if (group.facts.kind() == kind) {
                    combined(group, masters)
                            .ifPresentOrElse(
                                    masters::add,
                                    () -> problems.add(
                                            group.name + " has no light beyond its own bias or dark, and is no flat"));
                }
            }
        }
        return List.copyOf(masters);
    }

    private Optional<Master> combined(Group group, List<Master> before) throws IOException {
        Calibration own = group.facts.kind() == Kind.FLAT && !group.master
                ? Masters.of(before, group.camera, group.facts, 1)
                : Calibration.NONE;
        List<MasterPlane> planes = new ArrayList<>();
        for (int channel = 0; channel < group.camera.channels(); channel++) {
            List<ChannelLight> lights = new ArrayList<>();
            double[] scales = new double[group.frames.size()];
            for (int i = 0; i < scales.length; i++) {
                lights.add(own.apply(group.frames.get(i).get(channel), channel));
                scales[i] = group.facts.kind() == Kind.FLAT ? 1 / median(lights.get(i)) : 1;
                if (!(scales[i] > 0) || Double.isInfinite(scales[i])) {
                    return Optional.empty();
                }
            }
            Combination combination = new Combination(lights, scales);
            planes.add(kept(group.camera, combination::of));
        }
        return Optional.of(new Master(group.camera, group.facts, group.frames.size(), planes));
    }

    /** A plane in a file that has no name any more: it is gone with the last who reads it, whatever happens. */
    private MasterPlane kept(CameraMode camera, MasterPlane.Pixels pixels) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("plane-" + System.nanoTime());
        try {
            return MasterPlane.write(file, camera.width(), camera.height(), pixels);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static double median(ChannelLight light) {
        int pixels = light.width() * light.height();
        int step = Math.max(1, pixels / SAMPLED);
        double[] sampled = new double[(pixels + step - 1) / step];
        for (int i = 0; i < sampled.length; i++) {
            sampled[i] = light.value(i * step);
        }
        Arrays.sort(sampled); // missing ones at the end
        return sampled[sampled.length / 2];
    }

    /** Frames' pixels become one. */
    private static final class Combination {
        private final List<ChannelLight> lights;
        private final double[] scales;
        private final double[] values;
        private final double[] distances;

        Combination(List<ChannelLight> lights, double[] scales) {
            this.lights = lights;
            this.scales = scales;
            values = new double[scales.length];
            distances = new double[scales.length];
        }

        float of(int index) {
            int count = 0;
            for (int i = 0; i < scales.length; i++) {
                double value = scales[i] * lights.get(i).value(index);
                if (!Double.isNaN(value)) {
                    values[count++] = value;
                }
            }
            if (count == 0) {
                return Float.NaN;
            }
            Arrays.sort(values, 0, count);
            double median = (values[(count - 1) / 2] + values[count / 2]) / 2;
            for (int i = 0; i < count; i++) {
                distances[i] = Math.abs(values[i] - median);
            }
            Arrays.sort(distances, 0, count);
            double within = REJECTION * MAD_TO_SIGMA * distances[count / 2];
            double sum = 0;
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (Math.abs(values[i] - median) <= within) {
                    sum += values[i];
                    kept++;
                }
            }
            return (float) (kept == 0 ? median : sum / kept);
        }
    }
}
