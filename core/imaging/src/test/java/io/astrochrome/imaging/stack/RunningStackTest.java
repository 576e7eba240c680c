package io.astrochrome.imaging.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.register.Pose;
import io.astrochrome.imaging.register.Registrar;
import io.astrochrome.imaging.register.Registration.Registered;
import io.astrochrome.imaging.register.SimulatedSky;
import io.astrochrome.imaging.register.SimulatedSky.Exposure;
import io.astrochrome.imaging.register.SkyBackground;
import io.astrochrome.imaging.register.StarFinder;
import io.astrochrome.imaging.register.StarMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningStackTest {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 280;
    private static final double NOISE = 15;
    private static final SimulatedSky SKY = new SimulatedSky(3, 500, 700);
    private static final StarFinder FINDER = new StarFinder(300);

    @ParameterizedTest(name = "{0} subs")
    @ValueSource(ints = {1, 2, 3, 4, 6, 12, 30})
    void isAsQuietAsTheSameSubsAveraged(int count) {
        List<LinearPlane> subs = night(count, false);
        Stacked stacked = stack(subs);
        double[] averaged = averagedNoise(stacked);
        double noise = skyNoise(stacked.stack.mean(800));
        assertThat(noise / averaged[0]).as("noise beside a plain mean's").isLessThan(1.1);
        assertThat(stacked.stack.subs()).isEqualTo(count);
    }

    @ParameterizedTest(name = "{0} subs")
    @ValueSource(ints = {5, 8, 16})
    void leavesOutTrailsCosmicRaysAndHotPixels(int count) {
        LinearPlane clean = stack(night(count, false)).stack.mean(800);
        RunningStack stack = stack(night(count, true)).stack;
        LinearPlane dirty = stack.mean(800);
        short[] coverage = stack.coverage();
        double sigma = skyNoise(clean);
        int left = 0;
        for (int i = 0; i < clean.values().length; i++) {
            float off = dirty.values()[i] - clean.values()[i];
            double flank = 0.05 * (clean.values()[i] - 800); // of a star that was laid a hundredth of a pixel elsewhere
            double local = sigma * Math.sqrt(count / (double) Math.max(1, coverage[i]));
            left += coverage[i] >= 5 && off > 6 * local + flank ? 1 : 0;
        }
        assertThat(left)
                .as("pixels of %d that stand out by six deviations", clean.values().length)
                .isLessThan(8);
    }

    @Test
    void keepsStarsAsBrightAsTheyAre() {
        LinearPlane one = stack(night(1, false)).stack.mean(800);
        LinearPlane many = stack(night(12, false)).stack.mean(800);
        double[] ratios = new double[20];
        List<io.astrochrome.imaging.register.Star> stars = FINDER.find(many).subList(0, 20);
        List<io.astrochrome.imaging.register.Star> reference = FINDER.find(one);
        for (int i = 0; i < ratios.length; i++) {
            var star = stars.get(i);
            var same = reference.stream()
                    .min((a, b) -> Double.compare(
                            Math.hypot(a.x() - star.x(), a.y() - star.y()),
                            Math.hypot(b.x() - star.x(), b.y() - star.y())))
                    .orElseThrow();
            ratios[i] = star.flux() / same.flux();
        }
        Arrays.sort(ratios);
        assertThat(ratios[10]).isCloseTo(1, within(0.03));
        assertThat(ratios[1]).isGreaterThan(0.9);
    }

    @Test
    void theOrderOfTheSubsHardlyMatters() {
        List<LinearPlane> subs = night(14, true);
        List<LinearPlane> shuffled = new ArrayList<>(subs.subList(1, subs.size()));
        Collections.shuffle(shuffled, new Random(4));
        shuffled.add(0, subs.get(0)); // the reference
        LinearPlane one = stack(subs).stack.mean(800);
        LinearPlane other = stack(shuffled).stack.mean(800);
        int different = 0;
        for (int i = 0; i < one.values().length; i++) {
            different += Math.abs(one.values()[i] - other.values()[i]) > NOISE / 10 ? 1 : 0;
        }
        assertThat(different / (double) one.values().length).isLessThan(0.01);
    }

    @Test
    void theSameSubsInTheSameOrderAreTheSameBits() {
        List<LinearPlane> subs = night(7, true);
        assertThat(stack(subs).stack.mean(800).values())
                .isEqualTo(stack(subs).stack.mean(800).values());
    }

    @Test
    void bringsTransparencyAndGradientsToTheReferences() {
        List<LinearPlane> subs = new ArrayList<>(night(1, false));
        Pose pose = SimulatedSky.centred(WIDTH, HEIGHT, 1, 0, 4, 2);
        LinearPlane thin = SKY.expose(Exposure.of(WIDTH, HEIGHT, pose).with(2.6, 1500, NOISE, 0.7), 50);
        for (int i = 0; i < thin.values().length; i++) {
            thin.values()[i] += 0.5f * (i % WIDTH);
        }
        subs.add(thin);
        LinearPlane stack = stack(subs).stack.mean(800);
        SkyBackground background = SkyBackground.of(stack);
        assertThat(background.at(40, 140)).isCloseTo(800, within(6.0));
        assertThat(background.at(320, 140)).isCloseTo(800, within(6.0));
    }

    @Test
    void fiveThousandSubsAreAsQuietAsTheyMay() {
        int side = 24;
        int count = 5000;
        RunningStack stack = new RunningStack(side, side);
        Random random = new Random(6);
        for (int sub = 0; sub < count; sub++) {
            float[] values = new float[side * side];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (800 + NOISE * random.nextGaussian());
            }
            stack.add(new PoseSampler(new LinearPlane(side, side, values), Pose.IDENTITY), Scaling.IDENTITY, 1, NOISE);
        }
        double squares = 0;
        int inside = 0;
        LinearPlane mean = stack.mean(800);
        for (int y = 4; y < side - 4; y++) {
            for (int x = 4; x < side - 4; x++) {
                squares += Math.pow(mean.at(x, y) - 800, 2);
                inside++;
            }
        }
        assertThat(Math.sqrt(squares / inside)).isLessThan(1.2 * NOISE / Math.sqrt(count));
        assertThat(stack.subs()).isEqualTo(count);
    }

    @Test
    void saysWhatItWasNotGivenRightly() {
        RunningStack stack = new RunningStack(4, 4);
        PoseSampler sampler = new PoseSampler(new LinearPlane(4, 4, new float[16]), Pose.IDENTITY);
        assertThatThrownBy(() -> stack.add(sampler, Scaling.IDENTITY, 0, 1)).hasMessageContaining("positive weight");
        assertThat(stack.mean(0).values()).containsOnly(Float.NaN);
        assertThat(stack.coverage()).containsOnly((short) 0);
    }

    @Test
    void inAFileItIsTheSameBitsAndGoesOnThere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.stack");
        BandScratch scratch = new BandScratch();
        RunningStack filed = RunningStack.inFile(file, WIDTH, HEIGHT, scratch);
        RunningStack held = new RunningStack(WIDTH, HEIGHT);
        assertThat(filed.mean(800).values()).containsOnly(Float.NaN);
        Path kept = folder.resolve("kept.stack");
        float[] before = null;
        List<LinearPlane> subs = night(9, true);
        for (int i = 0; i < subs.size(); i++) {
            PoseSampler sampler = new PoseSampler(subs.get(i), Pose.IDENTITY);
            filed.add(sampler, Scaling.IDENTITY, 1 + i, NOISE);
            held.add(sampler, Scaling.IDENTITY, 1 + i, NOISE);
            if (i == 2) {
                filed = RunningStack.open(file, scratch);
            }
            if (i == 4) {
                filed.keepAs(kept);
                before = held.mean(800).values();
            }
        }
        assertThat(filed.subs()).isEqualTo(9);
        assertThat(filed.mean(800).values()).isEqualTo(held.mean(800).values());
        assertThat(filed.coverage()).isEqualTo(held.coverage());
        assertThat(RunningStack.open(kept, scratch).mean(800).values()).isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining(one -> one.toString().endsWith(".next"));
    }

    @Test
    void aFileThatIsNoWholeStackIsNotTakenUp(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.stack");
        BandScratch scratch = new BandScratch();
        RunningStack stack = RunningStack.inFile(file, 40, 70, scratch);
        stack.add(new PoseSampler(new LinearPlane(40, 70, new float[2800]), Pose.IDENTITY), Scaling.IDENTITY, 1, 1);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> RunningStack.open(file, scratch)).hasMessageContaining("cut off");
        whole[0]++;
        Files.write(file, whole);
        assertThatThrownBy(() -> RunningStack.open(file, scratch)).hasMessageContaining("no stack of this version");
    }

    /** The stack and, for comparison, what went into it. */
    private record Stacked(RunningStack stack, List<float[]> resampled) {}

    private static Stacked stack(List<LinearPlane> subs) {
        LinearPlane reference = subs.get(0);
        SkyBackground sky = SkyBackground.of(reference);
        Registrar registrar = new Registrar(new StarMap(FINDER.find(reference, sky)));
        RunningStack stack = new RunningStack(WIDTH, HEIGHT);
        List<float[]> resampled = new ArrayList<>();
        for (LinearPlane sub : subs) {
            LinearPlane mended = HotPixels.mended(sub, 1);
            SkyBackground background = SkyBackground.of(mended);
            Registered lies = sub == reference
                    ? new Registered(Pose.IDENTITY, 1, 0, 1)
                    : (Registered) registrar.register(new StarMap(FINDER.find(mended, background)));
            Pose toSub = lies.pose().inverse();
            Scaling scaling =
                    Scaling.of(mended, background, toSub, lies.brightness(), sky, Pose.IDENTITY, WIDTH, HEIGHT);
            PoseSampler sampler = new PoseSampler(mended, toSub);
            stack.add(sampler, scaling, 1, background.noise() * scaling.gain());
            float[] values = new float[WIDTH * HEIGHT];
            float[] row = new float[WIDTH];
            for (int y = 0; y < HEIGHT; y++) {
                sampler.row(y, row);
                for (int x = 0; x < WIDTH; x++) {
                    values[y * WIDTH + x] = (float) scaling.apply(row[x], x, y);
                }
            }
            resampled.add(values);
        }
        return new Stacked(stack, resampled);
    }

    private static double[] averagedNoise(Stacked stacked) {
        float[] mean = new float[WIDTH * HEIGHT];
        for (float[] values : stacked.resampled) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += values[i] / stacked.resampled.size();
            }
        }
        return new double[] {skyNoise(new LinearPlane(WIDTH, HEIGHT, mean))};
    }

    /** The spread of the values in the middle of the frame, stars clipped. */
    private static double skyNoise(LinearPlane plane) {
        List<Double> values = new ArrayList<>();
        for (int y = 80; y < HEIGHT - 80; y++) {
            for (int x = 80; x < WIDTH - 80; x++) {
                if (!Float.isNaN(plane.at(x, y))) {
                    values.add((double) plane.at(x, y));
                }
            }
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = sorted[sorted.length / 2];
        double[] below = Arrays.stream(sorted)
                .filter(value -> value <= median)
                .map(value -> median - value)
                .sorted()
                .toArray();
        return 1.4826 * below[below.length / 2];
    }

    private static List<LinearPlane> night(int count, boolean dirty) {
        List<LinearPlane> subs = new ArrayList<>();
        Random random = new Random(99);
        for (int i = 0; i < count; i++) {
            double turn = i == 0 ? 0 : (i > count / 2 ? 180 : 0) + 0.3 * random.nextGaussian();
            double dx = i == 0 ? 0 : 6 * random.nextGaussian();
            double dy = i == 0 ? 0 : 6 * random.nextGaussian();
            Pose pose = SimulatedSky.centred(WIDTH, HEIGHT, 1, turn, dx, dy);
            LinearPlane sub = SKY.expose(Exposure.of(WIDTH, HEIGHT, pose).with(2.6, 800, NOISE, 1), 10 + i);
            if (dirty) {
                spoil(sub, random, i % 4 == 1);
            }
            subs.add(sub);
        }
        return subs;
    }

    private static void spoil(LinearPlane sub, Random random, boolean satellite) {
        Random camera = new Random(5);
        for (int i = 0; i < 60; i++) {
            sub.values()[camera.nextInt(sub.values().length)] += 3000; // hot, in every sub
        }
        for (int i = 0; i < 15; i++) {
            int x = 5 + random.nextInt(WIDTH - 10);
            int y = 5 + random.nextInt(HEIGHT - 10);
            for (int k = 0; k < 4; k++) {
                sub.values()[(y + k / 2) * WIDTH + x + k] += 2500; // a cosmic ray of several pixels
            }
        }
        double slope = random.nextGaussian();
        double height = random.nextInt(HEIGHT);
        for (int x = 0; x < WIDTH && satellite; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                double off = (y - height - slope * (x - WIDTH / 2.0)) / Math.hypot(1, slope);
                sub.values()[y * WIDTH + x] += (float) (400 * Math.exp(-off * off / 3)); // a satellite
            }
        }
    }
}
