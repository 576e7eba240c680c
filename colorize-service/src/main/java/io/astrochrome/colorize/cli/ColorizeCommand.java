package io.astrochrome.colorize.cli;

import static java.util.stream.Collectors.toSet;

import io.astrochrome.colorize.palette.Guidance;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.FileTrouble;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.stretch.Stretch;
import io.astrochrome.imaging.stretch.StretchChoice;
import io.astrochrome.imaging.write.OwnPictures;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.model.ModelRejectedException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Colours files and folders without a running stream. */
@Command(
        name = "colorize",
        mixinStandardHelpOptions = true,
        versionProvider = FileRun.Version.class,
        sortOptions = false,
        header = "Colours frames: files and folders in, pictures out; no stream need run.",
        description = {
            "",
            "Writes for each frame NAME.png (16 bits a channel), NAME.jpg (preview) and, where the frame is FITS, "
                    + "NAME.fits with the frame's own header. The lightness stays the stretched frame's; the colours "
                    + "are a network's, and every file says so.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all frames are coloured; pictures that Astrochrome made are skipped",
            "1:a frame could not be coloured; each is named with its reason, the others are coloured",
            "2:wrong usage",
            "69:there is no model to colour with"
        })
public final class ColorizeCommand implements Callable<Integer> {
    private static final float MOST_VIVID = 2;
    private static final int SOME_FAILED = 1;
    private static final int NO_MODEL = 69;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Frames (FITS, XISF, TIFF, PNG, JPEG, WebP), or folders with frames in them.")
    private List<Path> paths;

    @Option(
            names = {"-l", "--look"},
            paramLabel = "NAME",
            description = "One of the looks that the model offers. Default: the one that is likeliest for the frame.")
    private @Nullable String look;

    @Option(
            names = "--looks",
            description = "Writes NAME.looks.jpg too: the frame in all looks side by side, the likeliest first.")
    private boolean looks;

    @Option(
            names = "--vividness",
            paramLabel = "X",
            defaultValue = "1",
            description =
                    "How vivid the colours are, times what the model or look has: above 0, at most 2. Default: 1.")
    private float vividness;

    @Mixin
    private FileRun files;

    @Option(
            names = {"-s", "--stretch"},
            paramLabel = "NAME",
            description = "How linear frames are made visible: midtone-linked, midtone-unlinked, asinh, percentile, "
                    + "none. Default: the midtone stretch, unlinked where a frame has three channels.")
    private @Nullable String stretch;

    @Option(
            names = {"-p", "--palette"},
            paramLabel = "NAME|FILE",
            description =
                    "What steers the colours: natural, sho, hoo, infrared, none, or a colour picture to look like. "
                            + "Default: the model's own choice.")
    private @Nullable String palette;

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        FileRun.main(commandLine(), arguments);
    }

    static CommandLine commandLine() {
        return FileRun.line(new ColorizeCommand());
    }

    @Override
    public Integer call() throws IOException {
        StretchChoice chosen = stretch();
        try (ColourModel loaded = files.loadModel()) {
            Guidance guidance = guidance(loaded);
            files.makeOutput();
            return run(loaded, chosen, guidance);
        } catch (NoSuchFileException e) {
            if (files.namesModel()) {
                throw new ParameterException(spec.commandLine(), "--model " + e.getFile() + ": " + e.getReason(), e);
            }
            files.fail("there is no model in " + e.getFile() + " (" + e.getReason()
                    + "); train one with ./run train, or name one with --model");
            return NO_MODEL;
        } catch (ModelRejectedException e) {
            files.fail(String.valueOf(e.getMessage()));
            return SOME_FAILED;
        }
    }

    private int run(ColourModel loaded, StretchChoice chosen, Guidance guidance) throws IOException {
        Path output = files.output();
        Collection<Path> frames = InputFiles.of(paths, output);
        FileColorizer colorizer = new FileColorizer(
                new FrameDecoder(DecodeLimits.DEFAULT), chosen, loaded, files.pictures(), guidance, looks);
        try (RunReport report = new RunReport(spec.commandLine(), frames.size(), files.quiet())) {
            if (frames.isEmpty()) {
                report.refused("there is no frame in " + paths);
            }
            report.begin(loaded);
            Set<Path> own = frames.stream().filter(OwnPictures::contain).collect(toSet());
            OutputNames names = new OutputNames(
                    output, frames.stream().filter(file -> !own.contains(file)).toList());
            for (Path file : frames) {
                FrameProgress progress = report.next(file);
                if (own.contains(file)) {
                    report.ended(file, output, new ColorizeOutcome.OwnPicture());
                    continue;
                }
                Optional<String> trouble = FileTrouble.ofName(file);
                if (trouble.isPresent()) {
                    report.ended(file, output, new ColorizeOutcome.Refused(file.getFileName() + " " + trouble.get()));
                    continue;
                }
                Path stem = names.next(file);
                report.ended(file, stem, colorizer.colour(file, stem, progress));
            }
            return report.refusals() == 0 ? 0 : SOME_FAILED;
        }
    }

    private Guidance guidance(ColourModel loaded) {
        if (!(vividness > 0 && vividness <= MOST_VIVID)) {
            throw wrong("--vividness must be above 0 and at most 2, not " + vividness);
        }
        if (look != null && palette != null) {
            throw wrong("--look and --palette exclude each other");
        }
        if (looks && loaded.looks().isEmpty()) {
            throw wrong("--looks: the model " + loaded.metadata().name() + " offers none");
        }
        Guidance asked = look == null ? ofPalette(loaded) : ofLook(look, loaded);
        return asked.timesVivid(vividness);
    }

    private Guidance ofLook(String name, ColourModel loaded) {
        return loaded.look(name).map(Guidance::of).orElseThrow(() -> {
            List<String> names = loaded.looks().stream().map(Look::name).toList();
            String offers = names.isEmpty() ? "no looks" : String.join(", ", names);
            return wrong("--look: the model " + loaded.metadata().name() + " offers " + offers + ", not " + name);
        });
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private Guidance ofPalette(ColourModel loaded) {
        if (palette == null) {
            return Guidance.NONE;
        }
        try {
            Guidance guidance = new AskedPalette(new FrameDecoder(DecodeLimits.DEFAULT)).of(palette, loaded);
            if (!Guidance.isFollowedBy(loaded)) {
                files.fail("the model " + loaded.metadata().name() + " takes no palette; --palette is passed over");
            }
            return guidance;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--palette: " + e.getMessage(), e);
        }
    }

    private StretchChoice stretch() {
        if (stretch == null) {
            return StretchChoice.DEFAULT;
        }
        try {
            Stretch named = Stretch.named(stretch);
            return new StretchChoice(named, named);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--stretch: " + e.getMessage(), e);
        }
    }
}
