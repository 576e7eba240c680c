package io.astrochrome.trainer.cli;

import io.astrochrome.trainer.data.FolderPictures;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TensorStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Where the pictures are, and where their tensors are kept between runs. */
final class DataOptions {
    private static final int TELL_EVERY = 200;

    @Option(
            names = {"-d", "--data"},
            required = true,
            paramLabel = "DIR",
            description = "folder with manifest.csv and the pictures it names")
    private Path folder;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            defaultValue = ".astrochrome/tensors",
            description = "where decoded pictures are kept for the next time (default: ${DEFAULT-VALUE})")
    private Path cache;

    Path folder() {
        return folder;
    }

    PictureSet load(PrintWriter screen) throws IOException {
        TensorStore store = new TensorStore(cache);
        boolean fresh = store.size() == 0;
        return new FolderPictures(folder, store).load((done, total) -> {
            if (fresh && (done % TELL_EVERY == 0 || done == total)) {
                screen.printf(Locale.ROOT, "%d of %d pictures read%n", done, total);
                screen.flush();
            }
        });
    }
}
