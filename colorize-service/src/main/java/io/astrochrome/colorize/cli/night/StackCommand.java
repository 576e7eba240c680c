package io.astrochrome.colorize.cli.night;

import io.astrochrome.colorize.cli.FileRun;
import io.astrochrome.colorize.cli.InputFiles;
import io.astrochrome.colorize.cli.Watcher;
import io.astrochrome.imaging.calibrate.Masters;
import io.astrochrome.imaging.compose.Formula;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.write.MeasuredColours;
import io.astrochrome.imaging.write.OwnPictures;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Stacks a night's exposures and composes their filters, without a running stream. */
@Command(
        name = "stack",
        mixinStandardHelpOptions = true,
        versionProvider = FileRun.Version.class,
        sortOptions = false,
        header =
                "Stacks exposures and composes their filters: a folder of a night in, pictures out; no stream need run.",
        description = {
            "",
            "Files are put together by target (OBJECT, else their folder), judged, laid on the first good one by their stars, "
                    + "and stacked by filter. Writes for each target TARGET.png, TARGET.jpg and TARGET.fits in colour, "
                    + "TARGET-ROLE.fits for each filter (linear, with its coverage), and TARGET-subs.csv and .json with every "
                    + "exposure and what became of it. What was not measured is filled in by a network's guess, and the "
                    + "files say how much that is.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every target has its picture; exposures that were not good enough are in its table",
            "1:a file could not be read or a target not be stacked; each is named with its reason, the others are done",
            "2:wrong usage"
        })
public final class StackCommand implements Callable<Integer> {
    private static final int SOME_FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Exposures (FITS, XISF, TIFF), or folders of them.")
    private List<Path> paths;

    @Mixin
    private FileRun files;

    @Option(
            names = {"-f", "--formula"},
            paramLabel = "NAME",
            description =
                    "How filters become colours: rgb, hoo, sho, sho-soft, foraxx, natural. Default: the one that shows "
                            + "most of what was measured.")
    private @Nullable String formula;

    @Option(
            names = "--filter",
            paramLabel = "NAME=ROLE",
            description =
                    "What a filter's name means: L, R, G, B, Ha, OIII, SII, dual, IR or unknown. May be given several "
                            + "times, and goes before what the name says by itself.")
    private Map<String, String> filters = new HashMap<>();

    @Option(
            names = "--roles-by-folder",
            description = "Where the header names no filter, the folder's or the file's own name does.")
    private boolean rolesByFolder;

    @Option(
            names = "--masters",
            paramLabel = "DIR",
            description =
                    "Darks, flats and bias frames, or masters made of them, which calibrate the exposures of their size, gain, "
                            + "exposure and filter. May be given several times. Those among PATHs are taken too.")
    private List<Path> calibration = List.of();

    @Option(
            names = "--side",
            paramLabel = "PX",
            description =
                    "Short side of the working grid, about which larger exposures are binned to; 0 for their own size. "
                            + "Default: ${DEFAULT-VALUE}.")
    private int side = 2048;

    @Option(names = "--no-guess", description = "Leave grey what was not measured.")
    private boolean withoutGuess;

    private boolean failed;

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        FileRun.main(commandLine(), arguments);
    }

    static CommandLine commandLine() {
        return FileRun.line(new StackCommand());
    }

    @Override
    public Integer call() throws IOException {
        Optional<Formula> wanted = formula();
        FilterNames names = names();
        if (side < 0) {
            throw new ParameterException(spec.commandLine(), "--side must be at least 0, not " + side);
        }
        files.makeOutput();
        Found found = found();
        if (withoutGuess) {
            return run(found, wanted, names, Optional.empty());
        }
        try (ColourModel loaded = files.loadModel()) {
            return run(found, wanted, names, Optional.of(new ColourGuess(loaded)));
        } catch (NoSuchFileException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no model " + e.getFile() + "; name one with --model, or leave grey with --no-guess",
                    e);
        } catch (ModelRejectedException e) {
            fail(String.valueOf(e.getMessage()));
            return SOME_FAILED;
        }
    }

    /**
     * The files there are.
     *
     * @param masters given as such
     * @param exposures the others
     * @param sorted the same by what they show, when that is known
     */
    private record Found(
            FrameDecoder decoder,
            Collection<Path> masters,
            Collection<Path> exposures,
            CompletableFuture<NightFiles.Sorted> sorted) {}

    /** Files, which are sorted while a model is loaded. */
    private Found found() throws IOException {
        FrameDecoder decoder = new FrameDecoder(DecodeLimits.DEFAULT);
        Collection<Path> masters = calibration.isEmpty() ? List.of() : InputFiles.of(calibration, files.output());
        Collection<Path> exposures = InputFiles.of(paths, files.output()).stream()
                .filter(file -> !masters.contains(file) && !OwnPictures.contain(file))
                .toList();
        if (exposures.isEmpty()) {
            fail("there is no exposure in " + paths);
        }
        return new Found(decoder, masters, exposures, CompletableFuture.supplyAsync(() -> new NightFiles(decoder)
                .sorted(exposures)));
    }

    private int run(Found found, Optional<Formula> wanted, FilterNames names, Optional<ColourGuess> guess)
            throws IOException {
        NightFiles.Sorted sorted = sorted(found);
        Set<Path> calibrating = new LinkedHashSet<>(found.masters);
        calibrating.addAll(sorted.calibration());
        NightStacker stacker = new NightStacker(
                found.decoder,
                names,
                read(calibrating, found.decoder, names),
                rolesByFolder,
                side,
                wanted,
                guess,
                files.pictures());
        TargetStems stems = new TargetStems(files.output());
        try (ProgressBar bar = bar(found.exposures.size() - sorted.calibration().size())) {
            for (Map.Entry<String, List<Path>> target : sorted.targets().entrySet()) {
                report(
                        target.getKey(),
                        stacker.stack(target.getKey(), target.getValue(), stems.next(target.getKey()), row -> {
                            if (bar != null) {
                                bar.step();
                                bar.setExtraMessage(" " + row.file());
                            }
                        }));
            }
        }
        return failed ? SOME_FAILED : 0;
    }

    private static NightFiles.Sorted sorted(Found found) {
        try {
            return found.sorted.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Masters read(Collection<Path> calibrating, FrameDecoder decoder, FilterNames names) throws IOException {
        if (calibrating.isEmpty()) {
            return Masters.NONE;
        }
        Path folder = Files.createTempDirectory("astrochrome-masters");
        try {
            Masters masters = Masters.read(calibrating, decoder, names, folder);
            masters.problems().forEach(this::fail);
            files.say("Calibrated by: " + String.join(", ", masters.contents()));
            return masters;
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    private void report(String target, NightStacker.Outcome outcome) {
        for (SubRow row : outcome.rows()) {
            if (row.role() == null) {
                fail(Objects.requireNonNull(row.reason()));
            } else if (!row.stacked()) {
                files.say("  " + row.file() + " left out: " + row.reason());
            }
        }
        if (outcome.colours().isEmpty()) {
            fail(target + ": none of " + outcome.rows().size() + " exposures could be stacked");
            return;
        }
        MeasuredColours colours = outcome.colours().get();
        long stacked = outcome.rows().stream().filter(SubRow::stacked).count();
        files.say(String.format(
                Locale.ROOT,
                "%s: %d of %d exposures stacked (%s)%s; colours measured %.0f %%, by physics %.0f %%, guessed %.0f %%",
                target,
                stacked,
                outcome.rows().size(),
                colours.subs(),
                colours.formula() == null ? "" : ", mixed as " + colours.formula(),
                100 * colours.measured(),
                100 * colours.physics(),
                100 * colours.guessed()));
    }

    private @Nullable ProgressBar bar(int exposures) {
        return files.quiet() || !Watcher.looksOn()
                ? null
                : new ProgressBarBuilder()
                        .setTaskName("stacking")
                        .setInitialMax(exposures)
                        .setStyle(ProgressBarStyle.ASCII)
                        .build();
    }

    private Optional<Formula> formula() {
        if (formula == null) {
            return Optional.empty();
        }
        return Optional.of(Formula.named(formula)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--formula is one of rgb, hoo, sho, sho-soft, foraxx and natural, not " + formula)));
    }

    private FilterNames names() {
        Map<String, FilterRole> roles = new HashMap<>();
        filters.forEach((name, label) -> roles.put(
                name,
                FilterRole.labelled(label)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "--filter " + name + "=" + label
                                        + ": a role is one of L, R, G, B, Ha, OIII, SII, dual, IR and unknown"))));
        return new FilterNames(roles);
    }

    private void fail(String sentence) {
        failed = true;
        files.fail(sentence);
    }
}
