package io.astrochrome.colorize.cli.night;

import io.astrochrome.colorize.composing.FramePictures;
import io.astrochrome.colorize.composing.SoftwareVersion;
import io.astrochrome.imaging.calibrate.Masters;
import io.astrochrome.imaging.compose.Composer;
import io.astrochrome.imaging.compose.Composite;
import io.astrochrome.imaging.compose.Formula;
import io.astrochrome.imaging.compose.StackedLight;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.night.StackShelf;
import io.astrochrome.imaging.night.SubGates;
import io.astrochrome.imaging.night.TargetNight;
import io.astrochrome.imaging.write.MeasuredColours;
import io.astrochrome.imaging.write.PictureTargets;
import io.astrochrome.imaging.write.Provenance;
import io.astrochrome.imaging.write.StackFile;
import io.astrochrome.storage.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Stacks one target's files, composes them, and writes everything that came of it. */
final class NightStacker {
    /** The rest is for an exposure, the network and a picture. */
    private static final int STACKS_PART_OF_HEAP = 3;

    private final FrameDecoder decoder;
    private final FilterNames names;
    private final Masters masters;
    private final boolean rolesByFolder;
    private final int shortSide;
    private final Optional<Formula> formula;
    private final Optional<ColourGuess> guess;
    private final FramePictures pictures;

    NightStacker(
            FrameDecoder decoder,
            FilterNames names,
            Masters masters,
            boolean rolesByFolder,
            int shortSide,
            Optional<Formula> formula,
            Optional<ColourGuess> guess,
            FramePictures pictures) {
        this.decoder = decoder;
        this.names = names;
        this.masters = masters;
        this.rolesByFolder = rolesByFolder;
        this.shortSide = shortSide;
        this.formula = formula;
        this.guess = guess;
        this.pictures = pictures;
    }

    /**
     * What came of a target.
     *
     * @param rows each file's fate
     * @param colours what was measured; empty where nothing could be stacked
     */
    record Outcome(List<SubRow> rows, Optional<MeasuredColours> colours) {}

    /**
     * Stacks the files and writes the pictures.
     *
     * @param stem of the files' names
     * @param done is told of each file when it is finished
     */
    Outcome stack(String target, List<Path> files, Path stem, Consumer<SubRow> done) throws IOException {
        StackShelf shelf = StackShelf.inMemoryUpTo(
                Runtime.getRuntime().maxMemory() / STACKS_PART_OF_HEAP,
                Files.createTempDirectory("astrochrome-stacks"));
        TargetNight night = new TargetNight(shortSide, SubGates.DEFAULT, shelf, masters);
        try {
            return stack(night, target, files, stem, done);
        } finally {
            night.discard();
        }
    }

    private Outcome stack(TargetNight night, String target, List<Path> files, Path stem, Consumer<SubRow> done)
            throws IOException {
        List<SubRow> rows = new ArrayList<>();
        StringBuilder ids = new StringBuilder();
        try (SubReader reader = new SubReader(night, decoder, this::facts, files)) {
            while (reader.hasNext()) {
                SubRow row = add(night, reader.next(), ids);
                rows.add(row);
                done.accept(row);
            }
        }
        SubTable.write(beside(stem, "-subs.csv"), beside(stem, "-subs.json"), target, rows);
        List<StackedLight> lights = night.lights();
        if (lights.isEmpty()) {
            return new Outcome(rows, Optional.empty());
        }
        for (StackedLight light : lights) {
            StackFile.write(
                    beside(stem, "-" + light.role().label() + ".fits"),
                    light,
                    night.coverage(light.role()),
                    target,
                    SoftwareVersion.CURRENT);
        }
        return new Outcome(rows, Optional.of(paint(target, lights, ids.toString(), stem)));
    }

    private static SubRow add(TargetNight night, SubReader.Read read, StringBuilder ids) {
        String name = read.file().getFileName().toString();
        if (read instanceof SubReader.Read.Unread unread) {
            return SubRow.unread(name, unread.reason());
        }
        SubReader.Read.Exposure exposure = (SubReader.Read.Exposure) read;
        SubRow row = SubRow.of(name, exposure.facts(), night.add(exposure.id(), exposure.facts(), exposure.measured()));
        ids.append(row.stacked() ? exposure.id() + "\n" : "");
        return row;
    }

    /** By the header; where that names no filter and folders are to tell, by the folder or the file's own name. */
    private SubFacts facts(DecodedFrame frame, Path file) {
        SubFacts facts = SubFacts.of(frame, names);
        if (!rolesByFolder) {
            return facts;
        }
        String inName = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return facts.orNamedAfter(
                names,
                Stream.concat(NightFiles.folderName(file).stream(), Stream.of(inName))
                        .toList());
    }

    private MeasuredColours paint(String target, List<StackedLight> lights, String ids, Path stem) throws IOException {
        Composite composite = new Composer().compose(lights, formula);
        MeasuredColours colours = MeasuredColours.of(lights, composite, guess.isPresent());
        boolean guessed = colours.isGuessed();
        Provenance provenance = new Provenance(
                SoftwareVersion.CURRENT,
                guessed ? guess.get().model().modelId() : null,
                guessed ? guess.get().model().metadata().name() : null,
                lights.stream().mapToInt(StackedLight::subs).sum() + " exposures of " + target,
                Sha256.of(ids.getBytes(StandardCharsets.UTF_8)),
                target,
                "midtone-linked",
                Map.of(),
                null,
                colours);
        pictures.paint(
                composite.luminance(),
                List.of(),
                guessed ? guess.get().fill(composite) : composite.known().colour(),
                composite.known(),
                provenance,
                new PictureTargets(beside(stem, ".png"), beside(stem, ".jpg"), beside(stem, ".fits")));
        return colours;
    }

    private static Path beside(Path stem, String suffix) {
        return stem.resolveSibling(stem.getFileName() + suffix);
    }
}
