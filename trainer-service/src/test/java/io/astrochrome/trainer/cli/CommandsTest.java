package io.astrochrome.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands as somebody types them, on a folder of three made-up pictures. */
class CommandsTest {
    private static final String RECIPE = """
            name: three-steps
            generator: {encoder: mobilenet-v2, decoder-widths: [8, 8, 8, 8, 8]}
            phases: [{name: only, steps: 3, side: 32, batch: 2}]
            validation: {every-steps: 3, side: 64}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeData() throws IOException {
        Files.createDirectories(folder.resolve("data/images"));
        StringBuilder manifest = new StringBuilder("file,split,group,class,licence,credit\n");
        for (int i = 0; i < 3; i++) {
            BufferedImage image = new BufferedImage(80, 64, BufferedImage.TYPE_INT_RGB);
            for (int p = 0; p < 80 * 64; p++) {
                int x = p % 80;
                int y = p / 80;
                image.setRGB(x, y, (3 * x & 255) << 16 | (2 * y + 40 * i & 255) << 8 | (x + y & 255));
            }
            ImageIO.write(
                    image, "png", folder.resolve("data/images/p" + i + ".png").toFile());
            manifest.append("images/p" + i + ".png," + (i < 2 ? "train" : "validation") + ",g" + i
                    + ",nebula,public domain,Somebody\n");
        }
        Files.writeString(folder.resolve("data/manifest.csv"), manifest);
        Files.writeString(folder.resolve("recipe.yaml"), RECIPE);
    }

    private int run(Object command, String... arguments) {
        out.getBuffer().setLength(0);
        CommandLine line = command instanceof CommandLine given ? given : new CommandLine(command);
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private int train(String recipe, String... more) {
        String[] arguments = new String[more.length + 8];
        System.arraycopy(
                new String[] {"--recipe", recipe, "--data", at("data"), "--cache", at("cache"), "--out", at("run")},
                0,
                arguments,
                0,
                8);
        System.arraycopy(more, 0, arguments, 8, more.length);
        return run(new TrainCommand(), arguments);
    }

    @Test
    void aModelIsTrainedInTwoSittingsAndEvaluated() throws IOException {
        assertThat(train(at("recipe.yaml"), "--steps", "2")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("its steps are done");
        assertThat(train(at("recipe.yaml"), "--resume")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("resumed after step 2").contains("the recipe is done");
        assertThat(Files.readAllLines(folder.resolve("run/curve.jsonl"))).isNotEmpty();

        String section = "<!-- model:start -->\nold\n<!-- model:end -->\n";
        Files.writeString(folder.resolve("README.md"), "before\n" + section + "after\n");
        int code = run(
                EvaluateCommand.commandLine(),
                "--model",
                at("run/best.onnx"),
                "--data",
                at("data"),
                "--cache",
                at("cache"),
                "--side",
                "64",
                "--json",
                at("figures.json"),
                "--contact-sheet",
                at("sheet.png"),
                "--card",
                at("card.md"),
                "--recipe",
                at("recipe.yaml"),
                "--credits",
                at("CREDITS.txt"),
                "--section",
                at("README.md"));

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("three-steps")
                .contains("oracle tint")
                .contains("gain pooled");
        assertThat(folder.resolve("figures.json")).content().contains("\"gainMeanDecibels\"");
        assertThat(ImageIO.read(folder.resolve("sheet.png").toFile()).getHeight())
                .isEqualTo(68);
        assertThat(folder.resolve("card.md"))
                .content()
                .contains("# Model card: three-steps", "Never for photometry", "## Known failures")
                .contains("generator.encoder: mobilenet-v2", "| public domain | 2 |")
                .contains("the best");
        assertThat(folder.resolve("CREDITS.txt")).content().contains("    2  Somebody  |  public domain");
        assertThat(folder.resolve("README.md"))
                .content()
                .startsWith("before\n")
                .endsWith("<!-- model:end -->\nafter\n")
                .contains("| three-steps |")
                .doesNotContain("old");
    }

    @Test
    void aCheckpointAndAModelBecomeOneThatIsAskedInAllViews() throws IOException {
        assertThat(train(at("recipe.yaml"))).as(err.toString()).isZero();

        assertThat(run(new ExportCommand(), at("run/last.safetensors"), "-o", at("checkpoint.onnx")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("name the recipe it is of with --recipe");
        int code = run(
                new ExportCommand(),
                at("run/last.safetensors"),
                at("run"),
                "--recipe",
                at("recipe.yaml"),
                "--views",
                "8",
                "--name",
                "both",
                "--licence",
                "CC-BY-SA-4.0",
                "-o",
                at("both.onnx"));

        assertThat(code).as(err.toString()).isZero();
        String[] evaluate = {"--model", at("both.onnx"), "--data", at("data"), "--cache", at("cache"), "--side", "64"};
        assertThat(run(EvaluateCommand.commandLine(), evaluate))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("  both");
        assertThat(folder)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("export-"));
    }

    @Test
    void severalModelsAreMeasuredOnTheSamePictures() throws IOException {
        assertThat(train(at("recipe.yaml"))).as(err.toString()).isZero();
        assertThat(run(new ExportCommand(), at("run"), "--name", "other", "-o", at("other.onnx")))
                .as(err.toString())
                .isZero();
        Files.writeString(folder.resolve("README.md"), "<!-- model:start -->\n<!-- model:end -->\n");

        assertThat(evaluate("run/best.onnx", "other.onnx", "--section", at("README.md")))
                .as(err.toString())
                .isZero();
        assertThat(folder.resolve("README.md"))
                .content()
                .contains("| three-steps |", "| other |", "`best.onnx`, `other.onnx` on 1 pictures");

        assertThat(evaluate("run/best.onnx", "other.onnx", "--card", at("card.md")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--card is about one model");
        assertThat(evaluate("run/best.onnx", "run/best.onnx")).isEqualTo(2);
        assertThat(err.toString()).contains("named twice");
    }

    private int evaluate(String model, String beside, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--model", at(model), "--model", at(beside)));
        arguments.addAll(List.of("--data", at("data"), "--cache", at("cache"), "--side", "64"));
        arguments.addAll(List.of(more));
        return run(EvaluateCommand.commandLine(), arguments.toArray(String[]::new));
    }

    @Test
    void recipesAreComparedAndAnInterruptedComparisonGoesOn() throws IOException {
        String[] arguments = {
            at("recipe.yaml"),
            at("recipe.yaml") + ",seed=2,generator.decoder-widths=[8,8,8,8,4]",
            "--steps",
            "2",
            "--data",
            at("data"),
            "--cache",
            at("cache"),
            "--out",
            at("compared"),
            "--side",
            "64",
            "--table",
            at("table.md")
        };
        assertThat(run(new CompareCommand(), arguments)).as(err.toString()).isZero();
        assertThat(folder.resolve("table.md"))
                .content()
                .contains("| three-steps |", "| three-steps, seed=2, generator.decoder-widths=[8,8,8,8,4] |")
                .contains("2 steps each; 1 pictures");

        assertThat(run(new CompareCommand(), arguments)).isZero();
        assertThat(out.toString()).as("nothing is trained again").contains("resumed after step 2");
    }

    @Test
    void aModelIsGivenLooksAndTheyAreMeasured() throws IOException {
        String guided = RECIPE.replace("decoder-widths:", "palette-width: 28, decoder-widths:");
        Files.writeString(folder.resolve("guided.yaml"), guided);
        Files.writeString(
                folder.resolve("looks.yaml"),
                guided + "looks: [{name: one, picture: p0}, {name: another, picture: p1}]\n");
        assertThat(train(at("guided.yaml"))).as(err.toString()).isZero();

        String[] make = {
            "--from",
            at("run/best.onnx"),
            "--recipe",
            at("looks.yaml"),
            "--data",
            at("data"),
            "--cache",
            at("cache"),
            "-o",
            at("looks.onnx")
        };
        assertThat(run(new LooksCommand(), make)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("looks tried on pictures: 2 of 2");
        String[] measure = {
            "--model",
            at("looks.onnx"),
            "--data",
            at("data"),
            "--cache",
            at("cache"),
            "--side",
            "64",
            "--palette",
            "none,looks",
            "--json",
            at("figures.json")
        };
        assertThat(run(EvaluateCommand.commandLine(), measure))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("three-steps, look one", "three-steps, look another", "three-steps, best of 2 looks")
                .contains("hue spread", "two looks differ by", "one and another by");
        assertThat(folder.resolve("figures.json")).content().contains("\"hueSpreadRatio\"");
        measure[1] = at("run/best.onnx");
        assertThat(run(EvaluateCommand.commandLine(), measure)).isEqualTo(2);
        assertThat(err.toString()).contains("offers no looks");
    }

    @Test
    void aPaletteIsRefusedWhereTheModelTakesNone() throws IOException {
        assertThat(train(at("recipe.yaml"))).as(err.toString()).isZero();

        int code = run(
                EvaluateCommand.commandLine(),
                "--model",
                at("run/best.onnx"),
                "--data",
                at("data"),
                "--cache",
                at("cache"),
                "--palette",
                "none,own");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("takes no palette");
    }

    @Test
    void whatIsWrongIsSaidAndTheExitCodeIsTwo() throws IOException {
        assertThat(train("ligth")).isEqualTo(2);
        assertThat(err.toString()).contains("the nearest is light");

        Files.delete(folder.resolve("data/images/p1.png"));
        assertThat(train(at("recipe.yaml"))).isEqualTo(2);
        assertThat(err.toString()).contains("manifest.csv names images/p1.png");
    }

    @Test
    void aRecipeThatWantsWeightsSaysWhereToNameThem() {
        assertThat(train("light")).isEqualTo(1);
        assertThat(err.toString()).contains("generator.weights").contains("--weights");
    }

    @Test
    void aWeightFileThatDoesNotFitIsRefusedInASentence() throws IOException {
        Path weights = Files.createDirectories(folder.resolve("weights"));
        Files.writeString(weights.resolve("efficientnet_lite0_imagenet.safetensors"), "no weights");

        assertThat(train("light", "--weights", weights.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("efficientnet_lite0_imagenet.safetensors")
                .doesNotContain("\tat ");
    }

    @Test
    void aFileThatIsNoModelIsRefused() {
        int code = run(
                EvaluateCommand.commandLine(),
                "--model",
                at("recipe.yaml"),
                "--data",
                at("data"),
                "--cache",
                at("cache"));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("the model recipe.yaml is rejected");
    }

    @Test
    void helpListsTheExitCodes() {
        assertThat(run(new TrainCommand(), "--help")).isZero();
        assertThat(out.toString()).contains("--recipe").contains("Exit codes:");
    }
}
