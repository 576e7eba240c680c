package io.astrochrome.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelMetadata;
import io.astrochrome.model.SelfTest;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.testkit.model.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRewriteTest {
    private static final int SIDE = 32;

    private static List<String> properties(Path onnx) throws IOException {
        return ModelProto.parseFrom(Files.readAllBytes(onnx)).getMetadataPropsList().stream()
                .map(StringStringEntryProto::getKey)
                .toList();
    }

    @Test
    void theModelSaysOtherThingsAndAnswersTheSame(@TempDir Path folder) throws Exception {
        Path before = TinyModel.named("before")
                .with("astrochrome.remark", "to be left behind")
                .write(folder.resolve("before.onnx"));
        Path after = folder.resolve("after.onnx");
        ModelMetadata words = new ModelMetadata(
                "after", 96, "none", "mine", "r", "d", "c", 9, Map.of("gainDecibels", 1.5), "CC0", List.of());

        ModelRewrite.write(before, words.toProperties(), after);

        assertThat(properties(before)).contains("astrochrome.remark");
        assertThat(properties(after)).contains("astrochrome.selftest").doesNotContain("astrochrome.remark");
        try (ColourModel old = ColourModel.load(before, SessionSettings.cpu(1));
                ColourModel rewritten = ColourModel.load(after, SessionSettings.cpu(1))) {
            assertThat(rewritten.metadata()).isEqualTo(words);
            assertThat(rewritten.modelId()).isNotEqualTo(old.modelId());
            float[] lightness = SelfTest.lightness(SIDE);
            assertThat(rewritten.predict(lightness, 1, SIDE, SIDE).ab())
                    .isEqualTo(old.predict(lightness, 1, SIDE, SIDE).ab());
        }
    }

    @Test
    void aModelThatIsRewrittenTwiceIsTheSameFile(@TempDir Path folder) throws Exception {
        Path tiny = TinyModel.named("tiny").write(folder.resolve("tiny.onnx"));
        Map<String, String> words = new ModelMetadata(
                        "after", 96, "none", "mine", "r", "d", "c", 9, Map.of(), "CC0", List.of())
                .toProperties();
        Path once = folder.resolve("once.onnx");
        Path twice = folder.resolve("twice.onnx");
        ModelRewrite.write(tiny, words, once);
        ModelRewrite.write(once, words, twice);

        assertThat(twice).hasSameBinaryContentAs(once);
    }
}
