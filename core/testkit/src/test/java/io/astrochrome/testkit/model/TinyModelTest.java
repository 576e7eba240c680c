package io.astrochrome.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinyModelTest {
    @TempDir
    Path folder;

    @Test
    void hasTheInputsAndOutputsThatItIsAskedFor() throws IOException {
        assertThat(written(TinyModel.named("plain")).getGraph().getOutputList())
                .extracting(ValueInfoProto::getName)
                .containsExactly("ab");
        ModelProto all = written(TinyModel.named("all").palette(28).confident().brittle());
        assertThat(all.getGraph().getInputList())
                .extracting(ValueInfoProto::getName)
                .containsExactly("l", "palette");
        assertThat(all.getGraph().getOutputList())
                .extracting(ValueInfoProto::getName)
                .contains("ab")
                .hasSize(2);
        assertThat(written(TinyModel.named("other").inputNamed("luma").fixedSide(64))
                        .getGraph()
                        .getInputList())
                .extracting(ValueInfoProto::getName)
                .containsExactly("luma");
    }

    @Test
    void offersLooksWithTheirLikelihood() throws IOException {
        ModelProto looks = written(TinyModel.named("looks").looks());
        assertThat(looks.getGraph().getOutputList())
                .extracting(ValueInfoProto::getName)
                .contains("looks");
        assertThat(looks.getMetadataPropsList())
                .filteredOn(property -> property.getKey().equals("astrochrome.looks"))
                .extracting(StringStringEntryProto::getValue)
                .singleElement()
                .asString()
                .contains("warm", "cold");
    }

    private ModelProto written(TinyModel model) throws IOException {
        return ModelProto.parseFrom(Files.readAllBytes(model.write(folder.resolve("model.onnx"))));
    }
}
