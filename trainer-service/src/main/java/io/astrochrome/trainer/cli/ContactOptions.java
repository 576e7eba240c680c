package io.astrochrome.trainer.cli;

import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.evaluate.ContactSheet;
import io.astrochrome.trainer.evaluate.EvaluationCrop;
import io.astrochrome.trainer.evaluate.predict.ChromaPredictor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The contact sheet, where one is asked for. */
final class ContactOptions {
    @Option(
            names = "--contact-sheet",
            paramLabel = "FILE",
            description = "write a PNG there: grey, predicted, true, side by side")
    private @Nullable Path file;

    @Option(
            names = "--contact-pictures",
            paramLabel = "N",
            defaultValue = "36",
            description = "pictures on the contact sheet (default: ${DEFAULT-VALUE})")
    private int most;

    @Option(
            names = "--contact-names",
            paramLabel = "NAME",
            split = ",",
            description =
                    "pictures on the contact sheet, by parts of their names, instead of some from all over the set")
    private @Nullable List<String> names;

    void write(PictureSet measured, EvaluationCrop crop, List<ChromaPredictor> predictors, PrintWriter screen)
            throws IOException {
        if (file != null) {
            var pictures = names == null ? ContactSheet.evenly(measured, most) : ContactSheet.named(measured, names);
            new ContactSheet(crop, predictors).write(pictures, file);
            screen.println("contact sheet: " + file);
        }
    }
}
