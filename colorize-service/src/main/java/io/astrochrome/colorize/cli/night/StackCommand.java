package io.astrochrome.colorize.cli.night;

import io.astrochrome.colorize.cli.InputFiles;
import io.astrochrome.colorize.cli.Watcher;
import io.astrochrome.colorize.composing.FramePainter;
import io.astrochrome.colorize.composing.SoftwareVersion;
import io.astrochrome.colorize.model.ModelFiles;
import io.astrochrome.imaging.compose.Formula;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.FileTrouble;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.filter.Role;
import io.astrochrome.imaging.write.MeasuredColours;
import io.astrochrome.imaging.write.OwnPictures;
import io.astrochrome.imaging.write.PictureSettings;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Stacks a night's exposures and composes their filters, without a running stream. */
@Command(
        name = "stack",
        mixinStandardHelpOptions = true,
        versionProvider = StackCommand.Version.class,
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

    /** Held, since a logger that nobody holds forgets its level. */
    private static Logger libraries;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Exposures (FITS, XISF, TIFF), or folders of them.")
    private List<Path> paths;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "Folder for the pictures; made where there is none.")
    private Path output;

    @Option(
            names = {"-f", "--formula"},
            paramLabel = "NAME",
            description =
                    "How filters become colours: rgb, hoo, sho, sho-soft, foraxx, natural. Default: the one that shows "
                            + "most of what was measured.")
    private String formula;

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
            names = "--side",
            paramLabel = "PX",
            description =
                    "Short side of the working grid, about which larger exposures are binned to; 0 for their own size. "
                            + "Default: ${DEFAULT-VALUE}.")
    private int side = 2048;

    @Option(names = "--no-guess", description = "Leave grey what was not measured.")
    private boolean withoutGuess;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "NAME|FILE",
            description = "The model that guesses; as for ./run colorize.")
    private Path model;

    @Option(
            names = {"-t", "--threads"},
            paramLabel = "N",
            description = "Threads for the network, for composing and for compression. Default: one per processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say only what could not be done.")
    private boolean quiet;

    private boolean failed;

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        // What the FITS library says of a damaged file is said again, in a sentence, by the command.
        libraries = Logger.getLogger("nom.tam");
        libraries.setLevel(Level.OFF);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new StackCommand()).setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println("stack: " + FileTrouble.sentence(failure));
            return line.getCommandSpec().exitCodeOnExecutionException();
        });
    }

    @Override
    public Integer call() throws IOException {
        Optional<Formula> wanted = formula();
        FilterNames names = names();
        if (threads < 1 || side < 0) {
            throw new ParameterException(spec.commandLine(), "--threads must be at least 1, and --side at least 0");
        }
        makeOutput();
        if (withoutGuess) {
            return run(wanted, names, Optional.empty());
        }
        try (ColourModel loaded = ColourModel.load(
                ModelFiles.find(model != null ? model : ModelFiles.shipped()),
                new SessionSettings(threads, 1, true, false))) {
            return run(wanted, names, Optional.of(new ColourGuess(loaded)));
        } catch (NoSuchFileException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no model " + e.getFile() + "; name one with --model, or leave grey with --no-guess",
                    e);
        } catch (ModelRejectedException e) {
            fail(e.getMessage());
            return SOME_FAILED;
        }
    }

    private int run(Optional<Formula> wanted, FilterNames names, Optional<ColourGuess> guess) throws IOException {
        FrameDecoder decoder = new FrameDecoder(DecodeLimits.DEFAULT);
        Collection<Path> files = InputFiles.of(paths, output).stream()
                .filter(file -> !OwnPictures.contain(file))
                .toList();
        if (files.isEmpty()) {
            fail("there is no exposure in " + paths);
        }
        NightStacker stacker = new NightStacker(
                decoder,
                names,
                rolesByFolder,
                side,
                wanted,
                guess,
                new FramePainter(new PictureSettings(
                        PictureSettings.DEFAULT.previewSide(),
                        PictureSettings.DEFAULT.previewQuality(),
                        PictureSettings.DEFAULT.deflateLevel(),
                        threads)));
        try (ProgressBar bar = bar(files.size())) {
            for (Map.Entry<String, List<Path>> target :
                    new NightFiles(decoder).byTarget(files).entrySet()) {
                String stem = target.getKey().replaceAll("[^\\p{Alnum}+._-]+", "_");
                report(target.getKey(), stacker.stack(target.getKey(), target.getValue(), output.resolve(stem), row -> {
                    if (bar != null) {
                        bar.step();
                        bar.setExtraMessage(" " + row.file());
                    }
                }));
            }
        }
        return failed ? SOME_FAILED : 0;
    }

    private void report(String target, NightStacker.Outcome outcome) {
        for (SubRow row : outcome.rows()) {
            if (row.role() == null) {
                fail(row.reason());
            } else if (!row.stacked()) {
                say("  " + row.file() + " left out: " + row.reason());
            }
        }
        if (outcome.colours().isEmpty()) {
            fail(target + ": none of " + outcome.rows().size() + " exposures could be stacked");
            return;
        }
        MeasuredColours colours = outcome.colours().get();
        long stacked = outcome.rows().stream().filter(SubRow::stacked).count();
        say(String.format(
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

    private ProgressBar bar(int files) {
        return quiet || !Watcher.looksOn()
                ? null
                : new ProgressBarBuilder()
                        .setTaskName("stacking")
                        .setInitialMax(files)
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
        Map<String, Role> roles = new HashMap<>();
        filters.forEach((name, label) -> roles.put(
                name,
                Role.labelled(label)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "--filter " + name + "=" + label
                                        + ": a role is one of L, R, G, B, Ha, OIII, SII, dual, IR and unknown"))));
        return new FilterNames(roles);
    }

    private void makeOutput() {
        try {
            Files.createDirectories(output);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "-o " + output + " is not a folder and cannot be made: " + FileTrouble.of(e),
                    e);
        }
    }

    private void fail(String sentence) {
        failed = true;
        PrintWriter err = spec.commandLine().getErr();
        err.println("stack: " + sentence);
        err.flush();
    }

    private void say(String sentence) {
        if (!quiet) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(sentence);
            out.flush();
        }
    }

    /** For {@code --version}. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Astrochrome " + SoftwareVersion.CURRENT};
        }
    }
}
