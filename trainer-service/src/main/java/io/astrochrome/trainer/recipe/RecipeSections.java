package io.astrochrome.trainer.recipe;

import io.astrochrome.trainer.augment.AugmentationSettings;
import io.astrochrome.trainer.export.Views;
import io.astrochrome.trainer.network.CriticKind;
import io.astrochrome.trainer.network.CriticSettings;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.network.encoder.Encoder;
import io.astrochrome.trainer.network.layer.Upsampling;
import io.astrochrome.trainer.objective.Adversarial;
import io.astrochrome.trainer.objective.ObjectiveSettings;
import io.astrochrome.trainer.objective.OptimiserSettings;
import io.astrochrome.trainer.objective.PixelLoss;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each section of a recipe with its keys, their defaults and their bounds. */
final class RecipeSections {
    private static final String NO_FILE = "none";
    private static final double MOST = 1e6;

    private RecipeSections() {}

    static Recipe read(Section root) throws RecipeException {
        List<LookSource> looks = looks(root);
        return new Recipe(
                root.text("name"),
                root.text("title", ""),
                root.whole("seed", 1, 0, Integer.MAX_VALUE),
                generator(root.section("generator")).withLooks(looks.size()),
                root.has("critic") ? critic(root.section("critic")) : null,
                objective(root.section("objective")),
                optimiser(root.section("optimiser")),
                rates(root.section("rates")),
                schedule(root.section("schedule")),
                data(root.section("data")),
                augmentation(root.section("augmentation")),
                phases(root),
                validation(root.section("validation")),
                export(root.section("export")),
                looks,
                "",
                "");
    }

    static Recipe signed(Recipe r, String canonical, String hash) {
        return new Recipe(
                r.name(),
                r.title(),
                r.seed(),
                r.generator(),
                r.critic(),
                r.objective(),
                r.optimiser(),
                r.rates(),
                r.schedule(),
                r.data(),
                r.augmentation(),
                r.phases(),
                r.validation(),
                r.export(),
                r.looks(),
                canonical,
                hash);
    }

    private static GeneratorSettings generator(Section section) throws RecipeException {
        Encoder encoder = section.choice("encoder", Encoder.class, Encoder.EFFICIENTNET_LITE0);
        return new GeneratorSettings(
                encoder,
                section.wholes("decoder-widths", GeneratorSettings.of(encoder).decoderWidths()),
                section.flag("decoder-attention", false),
                section.flag("bottleneck-attention", false),
                section.choice("upsampling", Upsampling.class, Upsampling.NEAREST),
                section.number("dropout", 0, 0, 0.95),
                file(section.text("weights", NO_FILE)),
                section.whole("palette-width", 0, 0, 4096),
                0);
    }

    private static CriticSettings critic(Section section) throws RecipeException {
        return new CriticSettings(
                section.choice("kind", CriticKind.class, CriticKind.BASIC),
                section.whole("width", 64, 1, 1024),
                section.number("dropout", 0, 0, 0.95));
    }

    private static ObjectiveSettings objective(Section section) throws RecipeException {
        return new ObjectiveSettings(
                section.choice("adversarial", Adversarial.class, Adversarial.NONE),
                section.number("penalty-weight", ObjectiveSettings.PAPER_PENALTY_WEIGHT, 0, MOST),
                section.whole("penalty-interval", 1, 1, 1000),
                section.choice("pixel-loss", PixelLoss.class, PixelLoss.L1),
                section.number("pixel-weight", 1, 0, MOST),
                section.number("lightness-weight", 0, 0, MOST),
                section.number("picture-balance", 0, 0, 1),
                section.number("perceptual-weight", 0, 0, MOST),
                file(section.text("perceptual-weights", NO_FILE)),
                section.number("colourfulness-weight", 0, 0, MOST),
                section.number("sky-weight", 0, 0, MOST),
                section.number("ema-decay", 0.999, 0, 0.999999));
    }

    private static OptimiserSettings optimiser(Section section) throws RecipeException {
        return new OptimiserSettings(
                section.number("beta1", 0, 0, 0.9999),
                section.number("beta2", 0.9, 0, 0.999999),
                section.number("epsilon", 1e-8, 1e-12, 1),
                section.number("weight-decay", 0, 0, 10),
                section.number("clip-norm", 0, 0, MOST));
    }

    private static Rates rates(Section section) throws RecipeException {
        double generator = section.number("generator", 1e-4, 0, 1);
        return new Rates(
                generator, section.optionalNumber("encoder", generator, 0, 1), section.number("critic", 1e-4, 0, 1));
    }

    private static Schedule schedule(Section section) throws RecipeException {
        return new Schedule(
                section.whole("warm-up-steps", 0, 0, Integer.MAX_VALUE),
                section.number("final-fraction", 1, 0, 1),
                section.whole("generator-every", 3, 1, 100));
    }

    private static DataSettings data(Section section) throws RecipeException {
        return new DataSettings(
                section.texts("classes"),
                section.number("min-chroma", 0, 0, 200),
                section.whole("near-duplicate-bits", -1, -1, 32));
    }

    private static AugmentationSettings augmentation(Section section) throws RecipeException {
        AugmentationSettings none = AugmentationSettings.NONE;
        return new AugmentationSettings(
                section.flag("flip", none.flip()),
                section.number("rotation-degrees", none.rotationDegrees(), 0, 180),
                section.range("scale", none.scale()),
                section.range("gamma", none.gamma()),
                section.number("curve", none.curve(), 0, 1),
                section.range("noise", none.noise()),
                section.range("blur-pixels", none.blurPixels()));
    }

    private static List<Phase> phases(Section root) throws RecipeException {
        List<Phase> phases = new ArrayList<>();
        for (Section section : root.sections("phases")) {
            phases.add(new Phase(
                    section.text("name"),
                    section.whole("steps", 0, 1, Integer.MAX_VALUE),
                    section.whole("side", 128, 32, 4096),
                    section.whole("batch", 8, 1, 4096),
                    section.flag("adversarial", false),
                    section.choice("encoder", EncoderTraining.class, EncoderTraining.TRAINED),
                    section.number("rate", 1, 0, 1000)));
        }
        return phases;
    }

    private static List<LookSource> looks(Section root) throws RecipeException {
        List<LookSource> looks = new ArrayList<>();
        for (Section section : root.optionalSections("looks")) {
            looks.add(new LookSource(
                    section.text("name"),
                    section.text("picture", LookSource.OWN),
                    section.number("vividness", 1, 0.1, 4),
                    section.number("spread", 0.4, 0, 1),
                    section.texts("filters")));
        }
        return looks;
    }

    private static ValidationSettings validation(Section section) throws RecipeException {
        return new ValidationSettings(
                section.whole("every-steps", 500, 1, Integer.MAX_VALUE),
                section.whole("side", 224, 32, 4096),
                section.choice("select", ValidationSettings.Selection.class, ValidationSettings.Selection.BALANCED),
                section.whole("patience", 0, 0, 100000));
    }

    private static ExportSettings export(Section section) throws RecipeException {
        return new ExportSettings(
                section.flag("averaged", true),
                section.flag("half-weights", true),
                section.text("licence", "CC-BY-4.0 AND Apache-2.0"),
                Views.of(section.optionalWhole("views", 1, List.of(1, 2, 4, 8))));
    }

    private static @Nullable Path file(String name) {
        return NO_FILE.equals(name) ? null : Path.of(name);
    }
}
