package io.astrochrome.imaging.calibrate;

import io.astrochrome.imaging.decode.DecodeOutcome;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.decode.Rejected;
import io.astrochrome.imaging.decode.fits.FitsFacts;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.filter.FilterNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A camera's calibration frames: each kind of one setting combined. A light frame gets the dark of its exposure, gain and size,
 * or the bias and as much of another dark as its exposure is long, and the flat of its filter. Immutable and thread-safe.
 */
public final class Masters {
    /** None: light frames stay as they are. */
    public static final Masters NONE = new Masters(List.of(), List.of());

    /** Files whose values run to 1, as several programs write masters, mean 16 bits. */
    private static final double UNIT_WHITE = 1.05;

    private static final double SIXTEEN_BITS = 65535;

    /** By which programs say of how many frames a file is made. */
    private static final List<String> COUNTS = List.of("STACKCNT", "NCOMBINE", "SNAPSHOT");

    private static final Pattern MASTER = Pattern.compile("(?i)master|stack");

    private final List<Master> masters;
    private final List<String> problems;

    private Masters(List<Master> masters, List<String> problems) {
        this.masters = masters;
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads calibration frames, single ones and masters alike; what each is says IMAGETYP, else the name of its file or folder.
     *
     * @param folder for planes, which are there while they are in use
     * @throws IOException where the folder cannot be written
     */
    public static Masters read(Collection<Path> files, FrameDecoder decoder, FilterNames names, Path folder)
            throws IOException {
        MasterBuilder builder = new MasterBuilder(folder);
        List<String> problems = new ArrayList<>();
        for (Path file : files.stream().sorted().toList()) {
            String name = file.getFileName().toString();
            DecodeOutcome outcome = decoder.decode(file, name);
            if (outcome instanceof Rejected rejected) {
                problems.add(rejected.message());
                continue;
            }
            DecodedFrame frame = ((Decoded) outcome).frame();
            FitsFacts header = FitsFacts.of(frame.fitsCards().toArray(String[]::new));
            Optional<SubFacts.Kind> kind =
                    header.imageType().flatMap(SubFacts.Kind::of).or(() -> SubFacts.Kind.namedBy(file));
            if (kind.isEmpty() || kind.get() == SubFacts.Kind.LIGHT) {
                problems.add(name + " is no dark, flat or bias frame by IMAGETYP, its name or its folder");
            } else if (!frame.linear()) {
                problems.add(name + " was stretched, and calibrates nothing");
            } else {
                builder.add(name, frame, SubFacts.of(frame, names).of(kind.get()), unit(frame), isMaster(header, name));
            }
        }
        return new Masters(builder.combined(problems), problems);
    }

    /** Whether another program combined it, which takes a flat's own bias or dark off. */
    private static boolean isMaster(FitsFacts header, String name) {
        boolean combined = COUNTS.stream()
                .flatMap(keyword -> header.text(keyword).stream())
                .anyMatch(count -> !count.matches("[01]?(\\.0*)?"));
        return combined
                || MASTER.matcher(name + " " + header.imageType().orElse("")).find();
    }

    /** Which files could not be taken, and why; sentences for people. */
    public List<String> problems() {
        return problems;
    }

    /** What there is, a line for each. */
    public List<String> contents() {
        return masters.stream().map(Master::described).toList();
    }

    /** What suits a light frame; {@link Calibration#NONE} where nothing does. */
    public Calibration of(DecodedFrame light, SubFacts facts) {
        return masters.isEmpty() ? Calibration.NONE : of(masters, CameraMode.of(light), facts, unit(light));
    }

    static Calibration of(List<Master> masters, CameraMode camera, SubFacts facts, double unit) {
        Optional<Master> flat = facts.kind() == SubFacts.Kind.LIGHT
                ? best(masters, SubFacts.Kind.FLAT, camera)
                        .filter(one -> one.sharesFilter(facts))
                        .findFirst()
                : Optional.empty();
        return Calibration.of(
                best(masters, SubFacts.Kind.BIAS, camera).findFirst(),
                best(masters, SubFacts.Kind.DARK, camera)
                        .min(Comparator.comparingDouble(
                                dark -> Math.abs(dark.facts().seconds() - facts.seconds()))),
                facts.seconds(),
                flat,
                unit);
    }

    /** Those of a kind, of most frames first. */
    private static Stream<Master> best(List<Master> masters, SubFacts.Kind kind, CameraMode camera) {
        return masters.stream()
                .filter(one -> one.isOf(kind) && one.camera().suits(camera))
                .sorted(Comparator.comparingInt(Master::frames).reversed());
    }

    /** What a frame's values are multiplied by to be on the scale of 16 bits. */
    private static double unit(DecodedFrame frame) {
        return frame.levels().white() <= UNIT_WHITE ? SIXTEEN_BITS : 1;
    }
}
