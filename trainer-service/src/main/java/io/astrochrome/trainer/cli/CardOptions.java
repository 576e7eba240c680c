package io.astrochrome.trainer.cli;

import io.astrochrome.trainer.card.Credits;
import io.astrochrome.trainer.card.CurvePoint;
import io.astrochrome.trainer.card.MarkedSection;
import io.astrochrome.trainer.card.ModelCard;
import io.astrochrome.trainer.card.ModelFacts;
import io.astrochrome.trainer.card.ModelSummary;
import io.astrochrome.trainer.card.TrainingHistory;
import io.astrochrome.trainer.data.DatasetManifest;
import io.astrochrome.trainer.evaluate.EvaluationReport;
import io.astrochrome.trainer.recipe.Recipe;
import io.astrochrome.trainer.recipe.RecipeException;
import io.astrochrome.trainer.recipe.Recipes;
import io.astrochrome.trainer.run.SourceCommit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is written about a model that was measured. */
final class CardOptions {
    private static final String SECTION = "model";

    @Option(names = "--card", paramLabel = "FILE", description = "write a model card there (Markdown)")
    private @Nullable Path card;

    @Option(
            names = "--credits",
            paramLabel = "FILE",
            description = "write there whose pictures the model has learnt from, and under which licences")
    private @Nullable Path credits;

    @Option(
            names = "--curve",
            paramLabel = "FILE",
            description = "the run's curve.jsonl for the card (default: beside the model)")
    private @Nullable Path curve;

    @Option(
            names = "--recipe",
            paramLabel = "RECIPE",
            description = "the model's recipe for the card (default: the one of the name that the model gives)")
    private @Nullable String recipe;

    @Option(
            names = "--section",
            paramLabel = "FILE",
            description = "write the figures into this document, between <!-- model:start --> and <!-- model:end -->")
    private @Nullable Path section;

    @Option(
            names = "--section-picture",
            paramLabel = "PATH",
            description = "the contact sheet as that document names it")
    private @Nullable String sectionPicture;

    /**
     * To be asked before hours are spent on measuring.
     *
     * @throws IllegalArgumentException where a card is asked for of other than one model
     */
    void check(List<Path> models) {
        if (card != null && models.size() != 1) {
            throw new IllegalArgumentException("--card is about one model: name one --model");
        }
    }

    void write(Path data, LoadedModels models, EvaluationReport report, PrintWriter screen) throws IOException {
        List<ModelFacts> facts = models.facts();
        Credits whose = new Credits(DatasetManifest.read(data));
        if (card != null) {
            TrainingHistory history = new TrainingHistory(recipe(facts.get(0)), curve(models.first()));
            Files.writeString(card, new ModelCard(facts.get(0), whose, history, report).toMarkdown());
            screen.println("model card: " + card);
        }
        if (credits != null) {
            Files.writeString(credits, whose.toText());
            screen.println("credits: " + credits);
        }
        if (section != null) {
            String text = new ModelSummary(facts, report, sectionPicture, SourceCommit.commit()).toMarkdown();
            new MarkedSection(section, SECTION).write(text);
            screen.println("written into " + section);
        }
    }

    private @Nullable Recipe recipe(ModelFacts facts) throws IOException {
        if (recipe != null) {
            return Recipes.find(recipe);
        }
        try {
            return Recipes.find(facts.metadata().recipe());
        } catch (RecipeException e) {
            return null;
        }
    }

    private List<CurvePoint> curve(Path model) throws IOException {
        Path file = curve == null ? model.toAbsolutePath().resolveSibling(CurveFile.NAME) : curve;
        return curve != null || Files.exists(file) ? CurvePoint.read(file) : List.of();
    }
}
