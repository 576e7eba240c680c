package io.astrochrome.trainer.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.astrochrome.model.ModelContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model file that says other things of itself; its network and its self-test stay. */
public final class ModelRewrite {
    private ModelRewrite() {}

    /** Writes {@code from} with that metadata. */
    public static void write(Path from, Map<String, String> metadata, Path to) throws IOException {
        ModelProto model;
        try (InputStream bytes = Files.newInputStream(from)) {
            model = ModelProto.parseFrom(bytes);
        }
        Map<String, String> properties = new LinkedHashMap<>();
        for (StringStringEntryProto property : model.getMetadataPropsList()) {
            if (property.getKey().equals(ModelContract.KEY_SELF_TEST)) {
                properties.put(property.getKey(), property.getValue());
            }
        }
        properties.putAll(metadata);
        ModelProto.Builder rewritten = model.toBuilder().clearMetadataProps();
        properties.forEach((key, value) -> rewritten.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        OnnxModelFile.save(to, rewritten.build());
    }
}
