package io.astrochrome.trainer.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.tensors.Safetensors;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.network.encoder.Conventions;
import io.astrochrome.trainer.network.encoder.Encoder;
import io.astrochrome.trainer.network.encoder.EncoderNetwork;
import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Feature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightFileTest {
    @TempDir
    private Path folder;

    @Test
    void aTimmFileOfEfficientNetFits() throws IOException {
        Map<String, Tensor> own = values(Encoder.EFFICIENTNET_B0);
        Map<String, Tensor> timm = new LinkedHashMap<>();
        int[] blocks = {1, 2, 2, 3, 3, 4, 1};
        own.forEach((name, tensor) -> timm.put(timmName(name, blocks), tensor));
        timm.put("classifier.weight", Tensor.ofFloats(new float[2], 2));
        Path file = folder.resolve("tf_efficientnet_b0.safetensors");
        Files.write(file, new Safetensors(Map.of(), timm).toBytes());
        PretrainedEncoder read = PretrainedEncoder.read(file, Encoder.EFFICIENTNET_B0);
        assertThat(read.values()).isEqualTo(own);
        assertThat(read.conventions().samePadding()).isTrue();
        assertThat(read.folded()).isFalse();
        assertThatThrownBy(() -> PretrainedEncoder.read(file, Encoder.EFFICIENTNET_B4))
                .isInstanceOf(WeightsMismatchException.class)
                .hasMessageContaining("does not fit EFFICIENTNET_B4");
    }

    private static String timmName(String own, int[] blocks) {
        String name = own.substring("encoder.".length());
        if (!name.startsWith("blocks.")) {
            return name.replace("stem.conv", "conv_stem").replace("stem.bn", "bn1");
        }
        String[] parts = name.split("\\.", 4);
        int block = Integer.parseInt(parts[1]);
        int stage = 0;
        while (block >= blocks[stage]) {
            block -= blocks[stage++];
        }
        Map<String, String> layers = stage == 0
                ? Map.of(
                        "depthwise",
                        "conv_dw",
                        "bn1",
                        "bn1",
                        "se_reduce",
                        "se.conv_reduce",
                        "se_expand",
                        "se.conv_expand",
                        "project_conv",
                        "conv_pw",
                        "bn2",
                        "bn2")
                : Map.of(
                        "expand_conv",
                        "conv_pw",
                        "bn0",
                        "bn1",
                        "depthwise",
                        "conv_dw",
                        "bn1",
                        "bn2",
                        "se_reduce",
                        "se.conv_reduce",
                        "se_expand",
                        "se.conv_expand",
                        "project_conv",
                        "conv_pwl",
                        "bn2",
                        "bn3");
        return "blocks." + stage + "." + block + "." + layers.get(parts[2]) + "." + parts[3];
    }

    @Test
    void aTorchvisionFileOfResNetFits() throws IOException {
        Map<String, Tensor> own = values(Encoder.RESNET34);
        Map<String, Tensor> torchvision = new LinkedHashMap<>();
        own.forEach((name, tensor) -> torchvision.put(name.substring("encoder.".length()), tensor));
        torchvision.put("fc.bias", Tensor.ofFloats(new float[3], 3));
        Path file = folder.resolve("resnet34.pth");
        writePth(file, torchvision);
        PretrainedEncoder read = PretrainedEncoder.read(file, Encoder.RESNET34);
        assertThat(read.values()).isEqualTo(own);
        assertThat(read.conventions()).isEqualTo(Conventions.pytorch());
    }

    @Test
    void aMissingValueIsNamed() throws IOException {
        Map<String, Tensor> torchvision = new LinkedHashMap<>();
        values(Encoder.RESNET34)
                .forEach((name, tensor) -> torchvision.put(name.substring("encoder.".length()), tensor));
        torchvision.remove("layer2.1.conv2.weight");
        Path file = folder.resolve("gap.safetensors");
        Files.write(file, new Safetensors(Map.of(), torchvision).toBytes());
        assertThatThrownBy(() -> PretrainedEncoder.read(file, Encoder.RESNET34))
                .hasMessageContaining("no values for encoder.layer2.1.conv2.weight");
    }

    @Test
    void anOldPthSaysWhatToDo() throws IOException {
        Path file = Files.writeString(folder.resolve("old.pth"), "a pickle without a zip around it");
        assertThatThrownBy(() -> WeightFile.read(file)).hasMessageContaining("saved again");
    }

    private static Map<String, Tensor> values(Encoder encoder) {
        Blueprint blueprint = new Blueprint();
        EncoderNetwork.of(encoder, 3, Conventions.of(encoder)).forward(blueprint, new Feature(3, 64, 64));
        try (Parameters parameters = new Parameters(blueprint.parameters(), Precision.SINGLE, 5)) {
            return parameters.save();
        }
    }

    /** As PyTorch writes a state dictionary, pickle protocol 2. */
    private static void writePth(Path file, Map<String, Tensor> tensors) throws IOException {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        text(pickle, "\u0080\u0002ccollections\nOrderedDict\n)R(");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            int key = 0;
            for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
                Tensor tensor = entry.getValue();
                string(pickle, entry.getKey());
                text(pickle, "ctorch._utils\n_rebuild_tensor_v2\n((");
                string(pickle, "storage");
                text(pickle, "ctorch\nFloatStorage\n");
                string(pickle, String.valueOf(key));
                string(pickle, "cpu");
                number(pickle, tensor.data().remaining() / 4);
                text(pickle, "tQK\0");
                tuple(pickle, tensor.shape());
                long[] strides = new long[tensor.shape().length];
                long stride = 1;
                for (int axis = strides.length - 1; axis >= 0; axis--) {
                    strides[axis] = stride;
                    stride *= tensor.shape()[axis];
                }
                tuple(pickle, strides);
                text(pickle, "\u0089ccollections\nOrderedDict\n)RtR");
                byte[] bytes = new byte[tensor.data().remaining()];
                tensor.littleEndian().get(bytes);
                zip.putNextEntry(new ZipEntry("archive/data/" + key++));
                zip.write(bytes);
            }
            text(pickle, "u.");
            zip.putNextEntry(new ZipEntry("archive/data.pkl"));
            zip.write(pickle.toByteArray());
        }
    }

    private static void text(ByteArrayOutputStream pickle, String opcodes) {
        pickle.writeBytes(opcodes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void string(ByteArrayOutputStream pickle, String value) {
        pickle.write('X');
        pickle.writeBytes(littleEndian(value.length()));
        text(pickle, value);
    }

    private static void number(ByteArrayOutputStream pickle, long value) {
        pickle.write('J');
        pickle.writeBytes(littleEndian((int) value));
    }

    private static void tuple(ByteArrayOutputStream pickle, long[] values) {
        pickle.write('(');
        for (long value : values) {
            number(pickle, value);
        }
        pickle.write('t');
    }

    private static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
