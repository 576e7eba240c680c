package io.astrochrome.imaging.night;

import io.astrochrome.imaging.calibrate.Masters;
import io.astrochrome.imaging.compose.StackedLight;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.linear.SparePlanes;
import io.astrochrome.imaging.register.Pose;
import io.astrochrome.imaging.register.Registrar;
import io.astrochrome.imaging.register.Registration;
import io.astrochrome.imaging.register.Registration.Registered;
import io.astrochrome.imaging.register.Registration.Unmatched;
import io.astrochrome.imaging.register.SkyBackground;
import io.astrochrome.imaging.register.StarFinder;
import io.astrochrome.imaging.register.StarMap;
import io.astrochrome.imaging.stack.PoseSampler;
import io.astrochrome.imaging.stack.Scaling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stacks of one target. The first exposure with enough stars is its reference and gives the grid; each later one is calibrated,
 * mended, judged, laid on it and added to the stack of its role. A colour camera's exposure adds to three. An exposure counts once,
 * whatever it is called. Memory is what its shelf holds, a plane for each role, and one exposure. Not thread-safe; the same exposures
 * in the same order give the same bits.
 */
public final class TargetNight {
    /** Stars beyond add nothing to a pose. */
    private static final int STARS = 400;

    /** An exposure needs as many stars to be the reference. */
    private static final int STARS_OF_A_REFERENCE = 10;

    private static final String TWICE = "it is the same exposure as one before";

    private static final List<FilterRole> OF_COLOUR_CAMERAS =
            List.of(FilterRole.RED, FilterRole.GREEN, FilterRole.BLUE);

    private final int shortSide;
    private final SubGates gates;
    private final StarFinder finder = new StarFinder(STARS);
    private final StackShelf shelf;
    private final Masters masters;
    private final Map<FilterRole, Light> lights = new EnumMap<>(FilterRole.class);
    private final Set<String> seen = new HashSet<>();
    private final SparePlanes spare = new SparePlanes();
    private @Nullable Reference reference;
    private double bestWidth;

    /** What the stack of a role is brought to: the sky and scale of its first exposure. */
    private static final class Light {
        private final SkyBackground sky;
        private final Pose gridToFirst;
        private final double brightness;
        private double brightest;
        private double seconds;
        private int subs;
        private @Nullable LinearPlane mean;

        Light(SkyBackground sky, Pose gridToFirst, double brightness) {
            this.sky = sky;
            this.gridToFirst = gridToFirst;
            this.brightness = brightness;
        }
    }

    /** What the others are laid on. */
    private record Reference(Registrar registrar, int width, int height) {}

    /**
     * An empty night, whose stacks are all in memory.
     *
     * @param shortSide of the working grid in px, about which larger exposures are binned to; 0 for their own size
     */
    public TargetNight(int shortSide, SubGates gates) {
        this(shortSide, gates, StackShelf.inMemory(), Masters.NONE);
    }

    /**
     * As {@link #TargetNight(int, SubGates)}.
     *
     * @param shelf where its stacks are
     * @param masters that calibrate its exposures
     */
    public TargetNight(int shortSide, SubGates gates, StackShelf shelf, Masters masters) {
        this.shortSide = shortSide;
        this.gates = gates;
        this.shelf = shelf;
        this.masters = masters;
    }

    /**
     * A night that goes on exactly where another one was.
     *
     * @param state what {@link #state()} said
     * @param shelf with that one's stacks in its files
     * @param masters that calibrated its exposures
     * @param seen the ids of all exposures that it had been given
     * @throws IOException where a stack is none of this version, or not whole
     */
    public static TargetNight restored(
            NightState state, SubGates gates, StackShelf shelf, Masters masters, Collection<String> seen)
            throws IOException {
        TargetNight night = new TargetNight(state.shortSide(), gates, shelf, masters);
        night.seen.addAll(seen);
        if (!state.reference().isEmpty()) {
            night.reference =
                    new Reference(new Registrar(new StarMap(state.reference())), state.gridWidth(), state.gridHeight());
            night.bestWidth = state.bestWidth();
        }
        for (NightState.OfRole of : state.roles()) {
            Light light = new Light(of.sky(), of.gridToFirst(), of.brightness());
            light.brightest = of.brightest();
            light.seconds = of.seconds();
            light.subs = of.subs();
            night.lights.put(of.role(), light);
            shelf.takeUp(of.role());
        }
        return night;
    }

    /** All that the night knows beside its stacks and the ids of its exposures. */
    public NightState state() {
        List<NightState.OfRole> roles = new ArrayList<>();
        lights.forEach((role, light) -> roles.add(new NightState.OfRole(
                role, light.subs, light.seconds, light.sky, light.gridToFirst, light.brightness, light.brightest)));
        return reference == null
                ? new NightState(shortSide, 0, 0, 0, List.of(), roles)
                : new NightState(
                        shortSide,
                        reference.width,
                        reference.height,
                        bestWidth,
                        reference.registrar.reference().stars(),
                        roles);
    }

    /** Keeps the stack of a role as it is now in a file of its own on the shelf's disk; only where that shelf is one of files. */
    public void keepStack(FilterRole role, Path into) {
        shelf.keep(role, into);
    }

    /** Lets go of what can be computed again, since it is not looked at for a while. */
    public void rest() {
        lights.values().forEach(light -> light.mean = null);
        spare.clear();
    }

    /** Deletes its stacks' files; the night must not be used any more. */
    public void discard() {
        shelf.discard();
    }

    /** Whether it has a reference, and so is a night that exposures can be stacked in. */
    public boolean isBegun() {
        return reference != null;
    }

    /** Counts an exposure as one that it had been given, though it is not to be looked at. */
    public void pass(String id) {
        seen.add(id);
    }

    /**
     * Judges an exposure and stacks it.
     *
     * @param id of its bytes
     * @param frame linear
     */
    public SubFate add(String id, SubFacts facts, DecodedFrame frame) {
        return seen.contains(id) ? refused(TWICE) : add(id, facts, measured(facts, frame));
    }

    /**
     * Calibrates and mends an exposure and finds its stars, which needs nothing of what is stacked. Thread-safe, beside anything that is
     * done with the night.
     *
     * @param frame linear
     */
    public MeasuredSub measured(SubFacts facts, DecodedFrame frame) {
        if (facts.kind() != SubFacts.Kind.LIGHT) {
            return MeasuredSub.refused("it is a " + facts.kind().name().toLowerCase(Locale.ROOT) + " frame");
        }
        return frame.linear()
                ? MeasuredSub.of(frame, masters.of(frame, facts), shortSide, finder, spare)
                : MeasuredSub.refused("it was stretched already");
    }

    /**
     * Judges an exposure and stacks it.
     *
     * @param id of its bytes
     * @param exposure that this night has measured; of no use afterwards
     */
    public SubFate add(String id, SubFacts facts, MeasuredSub exposure) {
        if (!seen.add(id)) {
            return refused(TWICE);
        }
        if (exposure.refusal().isPresent()) {
            return refused(exposure.refusal().get());
        }
        try {
            return judged(facts, exposure);
        } finally {
            exposure.planes().forEach(spare::giveBack);
        }
    }

    private SubFate judged(SubFacts facts, MeasuredSub exposure) {
        if (reference == null) {
            return first(facts, exposure);
        }
        Registration lies = reference.registrar.register(new StarMap(exposure.stars()));
        if (lies instanceof Unmatched unmatched) {
            return new SubFate.Refused(Optional.of(exposure.quality()), unmatched.reason());
        }
        Registered registered = (Registered) lies;
        double width = exposure.quality().width() * registered.pose().scale();
        Optional<String> objection = gates.objection(
                exposure.quality(), width, bestWidth, registered.brightness(), brightest(facts, exposure));
        if (objection.isPresent()) {
            return new SubFate.Refused(Optional.of(exposure.quality()), objection.get());
        }
        return stacked(facts, exposure, registered, width);
    }

    /** What is stacked so far, in the order of the roles. */
    public List<StackedLight> lights() {
        spare.clear(); // whoever composes needs the room
        List<StackedLight> stacked = new ArrayList<>();
        lights.forEach((role, light) -> {
            if (light.mean == null) {
                light.mean = shelf.get(role).mean(light.sky.level());
            }
            stacked.add(new StackedLight(role, light.mean, light.subs, light.seconds));
        });
        return stacked;
    }

    /** How many exposures are in the stack of a role. */
    public int depth(FilterRole role) {
        Light light = lights.get(role);
        return light == null ? 0 : light.subs;
    }

    /** How many exposures saw each pixel of a role's stack. */
    public short[] coverage(FilterRole role) {
        return shelf.get(role).coverage();
    }

    private SubFate first(SubFacts facts, MeasuredSub exposure) {
        if (exposure.stars().size() < STARS_OF_A_REFERENCE) {
            return new SubFate.Refused(
                    Optional.of(exposure.quality()),
                    "only " + exposure.stars().size() + " stars were found, and the first exposure of a target needs "
                            + STARS_OF_A_REFERENCE);
        }
        if (exposure.quality().elongation() > gates.greatestElongation()) {
            return new SubFate.Refused(
                    Optional.of(exposure.quality()),
                    "its stars are trails, and the first exposure of a target is the measure");
        }
        LinearPlane plane = exposure.planes().get(0);
        reference = new Reference(new Registrar(new StarMap(exposure.stars())), plane.width(), plane.height());
        return stacked(
                facts,
                exposure,
                new Registered(Pose.IDENTITY, exposure.stars().size(), 0, 1),
                exposure.quality().width());
    }

    private SubFate stacked(SubFacts facts, MeasuredSub exposure, Registered lies, double width) {
        bestWidth = bestWidth == 0 ? width : Math.min(bestWidth, width);
        double weight = 0;
        boolean colour = exposure.planes().size() == OF_COLOUR_CAMERAS.size();
        for (int channel = 0; channel < exposure.planes().size(); channel++) {
            FilterRole role = colour ? OF_COLOUR_CAMERAS.get(channel) : facts.role();
            LinearPlane plane = exposure.planes().get(channel);
            SkyBackground sky = colour ? SkyBackground.of(plane) : exposure.background();
            weight = add(role, facts, plane, sky, lies, width);
        }
        return new SubFate.Stacked(
                exposure.quality(), lies.pose(), lies.residual(), lies.brightness(), weight, exposure.calibration());
    }

    private double add(
            FilterRole role, SubFacts facts, LinearPlane plane, SkyBackground sky, Registered lies, double width) {
        Pose toSub = lies.pose().inverse();
        Reference grid = Objects.requireNonNull(reference, "the first exposure is what others are laid on");
        Light light = lights.computeIfAbsent(role, first -> {
            shelf.begin(first, grid.width, grid.height);
            return new Light(sky, toSub, lies.brightness());
        });
        double brightness = lies.brightness() / light.brightness;
        Scaling scaling =
                Scaling.of(plane, sky, toSub, brightness, light.sky, light.gridToFirst, grid.width, grid.height);
        double noise = sky.noise() * scaling.gain();
        double sharpness = Math.min(1, bestWidth / width);
        double weight = noise > 0 ? sharpness * sharpness / (noise * noise) : 1;
        shelf.get(role).add(new PoseSampler(plane, toSub), scaling, weight, noise);
        light.mean = null;
        light.subs++;
        light.brightest = Math.max(light.brightest, lies.brightness());
        light.seconds += facts.seconds();
        return weight;
    }

    /** The brightness that stars of exposures like this one had at their best, as a part of the reference's. */
    private double brightest(SubFacts facts, MeasuredSub exposure) {
        boolean colour = exposure.planes().size() == OF_COLOUR_CAMERAS.size();
        Light light = lights.get(colour ? FilterRole.GREEN : facts.role());
        return light == null ? 0 : light.brightest;
    }

    private static SubFate refused(String reason) {
        return new SubFate.Refused(Optional.empty(), reason);
    }
}
