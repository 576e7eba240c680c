package io.astrochrome.colorize.cli;

import io.astrochrome.colorize.palette.Guidance;
import io.astrochrome.colorize.palette.PicturePalette;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.Palettes;
import io.astrochrome.model.ColourModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The palette that a command line asks for: by name, or a picture to look like. */
final class AskedPalette {
    private final PicturePalette pictures;

    AskedPalette(FrameDecoder decoder) {
        this.pictures = new PicturePalette(decoder);
    }

    /**
     * What steers the colours; none where the model takes no palette.
     *
     * @throws IllegalArgumentException where it is neither a palette's name nor a picture with colours
     */
    Guidance of(String asked, ColourModel model) {
        if (asked.equals(Palettes.NONE)) {
            return Guidance.NONE;
        }
        Optional<Palette> named = Palettes.named(asked);
        if (named.isPresent()) {
            return Guidance.of(asked, named.get(), model);
        }
        Path file = Path.of(asked);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(asked + " is neither one of " + String.join(", ", Palettes.names())
                    + ", " + Palettes.NONE + " nor a picture's file");
        }
        String name = file.getFileName().toString();
        return Guidance.of("like " + name, pictures.of(file, name), model);
    }
}
