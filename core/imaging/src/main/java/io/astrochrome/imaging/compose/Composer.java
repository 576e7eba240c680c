package io.astrochrome.imaging.compose;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.linear.SkyPlane;
import io.astrochrome.imaging.register.SkyBackground;
import io.astrochrome.imaging.register.Star;
import io.astrochrome.imaging.register.StarFinder;
import io.astrochrome.imaging.statistics.PixelNoise;
import io.astrochrome.imaging.stretch.SkyCurve;
import io.astrochrome.imaging.stretch.StretchedFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Composes stacks of one grid in CIELAB. The sky of each is brought to 0, its gradient taken off; broadband channels are
 * calibrated by their stars and stretched by one curve, lines each by its own. Colours are taken at half of the resolution,
 * where their noise is half as large; lightness is that of the luminance's stack, else hydrogen's, else of all colours' light
 * weighted by its noise. The same stacks give the same picture. Thread-safe.
 */
public final class Composer {
    /** Colours are measured on squares of so many pixels' side. */
    private static final int COLOUR_SIDE = 2;

    private static final int GRID = 16;

    /** Nebulae lie on the sky, holes in it are rare: what is above its plane is believed less. */
    private static final double ABOVE_SKY = 0.6;

    /** With a signal of so many deviations of its noise a colour is not measured at all. */
    private static final double UNMEASURED = 1.5;

    /** With a signal of so many it is measured wholly. */
    private static final double MEASURED = 6;

    private static final int STARS = 400;

    /**
     * The picture.
     *
     * @param wanted the formula; the one that shows most where empty, or where its roles are not there
     * @throws IllegalArgumentException where there is no stack, or they have different sizes
     */
    public Composite compose(List<StackedLight> lights, Optional<Formula> wanted) {
        Map<FilterRole, LinearPlane> planes = withoutSky(lights);
        Optional<Formula> formula =
                wanted.filter(one -> one.canMix(planes.keySet())).or(() -> Formula.best(planes.keySet()));
        calibrate(planes);
        Optional<FilterRole> lightnessFrom = lightnessFrom(planes);
        LinearPlane light = lightnessFrom.map(planes::get).orElseGet(() -> weighted(planes));
        StretchedFrame grey = grey(light);
        LabImage lightness = LabPlanes.fromGrey(
                light.width() / COLOUR_SIDE, light.height() / COLOUR_SIDE, stretched(light.binned(COLOUR_SIDE)));
        int points = lightness.lStar().length;
        if (formula.isEmpty()) {
            return new Composite(grey, unmixed(planes, lightness, new float[points]), formula, lightnessFrom);
        }
        return coloured(planes, formula.get(), grey, lightness, lightnessFrom);
    }

    private static Composite coloured(
            Map<FilterRole, LinearPlane> planes,
            Formula formula,
            StretchedFrame grey,
            LabImage lightness,
            Optional<FilterRole> lightnessFrom) {
        Map<FilterRole, LinearPlane> colours = new EnumMap<>(FilterRole.class);
        for (FilterRole role : formula.roles()) {
            if (planes.containsKey(role)) {
                colours.put(role, planes.get(role).binned(COLOUR_SIDE));
            }
        }
        float[] measured = measured(colours);
        Map<FilterRole, float[]> visible = visible(colours, formula == Formula.RGB);
        LabImage mixed = mixed(visible, formula, lightness);
        float[] a = mixed.requireA();
        float[] b = mixed.requireB();
        for (int i = 0; i < a.length; i++) {
            a[i] *= measured[i];
            b[i] *= measured[i];
        }
        KnownColours known = new KnownColours(lightness.withChroma(a, b), measured, new float[a.length]);
        return new Composite(grey, known, Optional.of(formula), lightnessFrom);
    }

    private static Map<FilterRole, LinearPlane> withoutSky(List<StackedLight> lights) {
        if (lights.isEmpty()) {
            throw new IllegalArgumentException("a picture needs at least one stack");
        }
        int width = lights.get(0).plane().width();
        int height = lights.get(0).plane().height();
        if (lights.stream()
                .anyMatch(
                        light -> light.plane().width() != width || light.plane().height() != height)) {
            throw new IllegalArgumentException("stacks must have one size to be composed");
        }
        List<LinearPlane> above =
                lights.parallelStream().map(light -> withoutSky(light.plane())).toList();
        Map<FilterRole, LinearPlane> planes = new EnumMap<>(FilterRole.class);
        for (int i = 0; i < lights.size(); i++) {
            planes.put(lights.get(i).role(), above.get(i));
        }
        return planes;
    }

    private static LinearPlane withoutSky(LinearPlane plane) {
        SkyBackground background = SkyBackground.of(plane);
        double[][] places = new double[GRID * GRID][];
        for (int i = 0; i < places.length; i++) {
            double x = (i % GRID + 0.5) * plane.width() / GRID;
            double y = (Math.floorDiv(i, GRID) + 0.5) * plane.height() / GRID;
            places[i] = new double[] {x, y, background.at(x, y)};
        }
        SkyPlane sky = SkyPlane.through(places, places.length, ABOVE_SKY);
        float[] values = new float[plane.values().length];
        IntStream.range(0, plane.height()).parallel().forEach(y -> {
            for (int x = 0, i = y * plane.width(); x < plane.width(); x++, i++) {
                values[i] = (float) (plane.values()[i] - sky.at(x, y));
            }
        });
        return new LinearPlane(plane.width(), plane.height(), values);
    }

    /** Makes the median star white, where at least two broadband colours are there. */
    private static void calibrate(Map<FilterRole, LinearPlane> planes) {
        List<FilterRole> roles = new ArrayList<>(List.of(FilterRole.GREEN, FilterRole.RED, FilterRole.BLUE));
        roles.retainAll(planes.keySet());
        if (roles.size() < 2) {
            return;
        }
        List<LinearPlane> channels = roles.stream().map(planes::get).toList();
        List<Star> stars = new StarFinder(STARS).find(LinearPlane.mean(channels.toArray(LinearPlane[]::new)));
        double[] gains = StarColours.gains(channels, stars);
        for (int c = 0; c < roles.size(); c++) {
            float[] values = channels.get(c).values();
            for (int i = 0; i < values.length; i++) {
                values[i] *= (float) gains[c];
            }
        }
    }

    private static Optional<FilterRole> lightnessFrom(Map<FilterRole, LinearPlane> planes) {
        if (planes.containsKey(FilterRole.LUMINANCE)) {
            return Optional.of(FilterRole.LUMINANCE);
        }
        boolean broad = planes.containsKey(FilterRole.RED)
                || planes.containsKey(FilterRole.GREEN)
                || planes.containsKey(FilterRole.BLUE);
        if (!broad && planes.containsKey(FilterRole.H_ALPHA)) {
            return Optional.of(FilterRole.H_ALPHA);
        }
        return planes.size() == 1 ? planes.keySet().stream().findFirst() : Optional.empty();
    }

    /** The mean of all light, the quietest weighing most. */
    private static LinearPlane weighted(Map<FilterRole, LinearPlane> planes) {
        LinearPlane first = planes.values().iterator().next();
        float[] sum = new float[first.values().length];
        float[] weights = new float[sum.length];
        for (LinearPlane plane : planes.values()) {
            double noise = noise(plane);
            float weight = noise > 0 ? (float) (1 / (noise * noise)) : 1;
            for (int i = 0; i < sum.length; i++) {
                float value = plane.values()[i];
                if (!Float.isNaN(value)) {
                    sum[i] += weight * value;
                    weights[i] += weight;
                }
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] = weights[i] > 0 ? sum[i] / weights[i] : Float.NaN;
        }
        return new LinearPlane(first.width(), first.height(), sum);
    }

    private static double noise(LinearPlane plane) {
        return PixelNoise.of(i -> plane.values()[i], plane.width(), plane.height());
    }

    private static StretchedFrame grey(LinearPlane light) {
        float[] grey = stretched(light);
        short[] encoded = new short[grey.length];
        IntStream.range(0, light.height()).parallel().forEach(y -> {
            for (int i = y * light.width(); i < (y + 1) * light.width(); i++) {
                encoded[i] = (short) (grey[i] * UnsignedShortSamples.MAX + 0.5f);
            }
        });
        return new StretchedFrame(light.width(), light.height(), List.of(encoded));
    }

    /** The hue of a line where there is no other light: physics, and no measurement. */
    private static KnownColours unmixed(Map<FilterRole, LinearPlane> planes, LabImage lightness, float[] none) {
        if (planes.size() != 1 || !planes.keySet().iterator().next().isLine()) {
            return new KnownColours(lightness.withChroma(none, none), none, none);
        }
        Map<FilterRole, LinearPlane> line = new EnumMap<>(FilterRole.class);
        planes.forEach((role, plane) -> line.put(role, plane.binned(COLOUR_SIDE)));
        float[] all = new float[none.length];
        Arrays.fill(all, 1);
        return new KnownColours(mixed(visible(line, false), Formula.NATURAL, lightness), none, all);
    }

    private static float[] stretched(LinearPlane plane) {
        return SkyCurve.of(plane.values()).apply(plane.values());
    }

    /** Each role's light to look at: broadband by one curve, lines each by its own. */
    private static Map<FilterRole, float[]> visible(Map<FilterRole, LinearPlane> colours, boolean linked) {
        Map<FilterRole, float[]> visible = new EnumMap<>(FilterRole.class);
        if (linked) {
            float[][] all = colours.values().stream().map(LinearPlane::values).toArray(float[][]::new);
            SkyCurve curve = SkyCurve.common(all);
            colours.forEach((role, plane) -> visible.put(role, curve.apply(plane.values())));
        } else {
            colours.forEach((role, plane) -> visible.put(role, stretched(plane)));
        }
        return visible;
    }

    private static LabImage mixed(Map<FilterRole, float[]> visible, Formula formula, LabImage lightness) {
        int points = lightness.lStar().length;
        float[][] rgb = new float[3][points];
        IntStream.range(0, lightness.height()).parallel().forEach(y -> {
            float[] pixel = new float[3];
            Pixel light = new Pixel(visible);
            for (int i = y * lightness.width(); i < (y + 1) * lightness.width(); i++) {
                light.index = i;
                formula.mix(light, pixel);
                rgb[0][i] = pixel[0];
                rgb[1][i] = pixel[1];
                rgb[2][i] = pixel[2];
            }
        });
        return LabPlanes.fromSrgb(lightness.width(), lightness.height(), rgb[0], rgb[1], rgb[2]);
    }

    /** How far each place's colour stands above its noise: by the clearest of the roles. */
    private static float[] measured(Map<FilterRole, LinearPlane> colours) {
        float[] measured = new float[colours.values().iterator().next().values().length];
        for (LinearPlane plane : colours.values()) {
            double noise = noise(plane);
            IntStream.range(0, plane.height()).parallel().forEach(y -> {
                for (int i = y * plane.width(); i < (y + 1) * plane.width(); i++) {
                    double signal = noise > 0 ? plane.values()[i] / noise : plane.values()[i] > 0 ? MEASURED : 0;
                    double above = signal > UNMEASURED ? signal - UNMEASURED : 0; // also where a pixel is missing
                    double t = Math.min(1, above / (MEASURED - UNMEASURED));
                    measured[i] = Math.max(measured[i], (float) (t * t * (3 - 2 * t)));
                }
            });
        }
        return measured;
    }

    /** One place's light. */
    private static final class Pixel implements Formula.Light {
        private final EnumMap<FilterRole, float[]> planes;
        private int index;

        Pixel(Map<FilterRole, float[]> planes) {
            this.planes = new EnumMap<>(planes);
        }

        @Override
        public boolean has(FilterRole role) {
            return planes.containsKey(role);
        }

        @Override
        public float of(FilterRole role) {
            return Objects.requireNonNull(planes.get(role))[index];
        }
    }
}
