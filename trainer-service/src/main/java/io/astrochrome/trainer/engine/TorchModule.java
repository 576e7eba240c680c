package io.astrochrome.trainer.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A TorchScript module that was written at run time. Owns native memory; whoever makes it closes it. Not thread-safe. */
public final class TorchModule implements AutoCloseable {
    private final PtSymbolBlock block;

    /**
     * Reads it from its text.
     *
     * @param code of a class {@code Autograd} without attributes
     */
    public TorchModule(String code) {
        byte[] archive = TorchScriptArchive.of(code.getBytes(StandardCharsets.UTF_8));
        try {
            block = JniUtils.loadModule(Torch.instance().manager(), new ByteArrayInputStream(archive), true, false);
        } catch (IOException e) {
            throw new UncheckedIOException("a module from memory cannot be read", e);
        }
    }

    /** Its method {@code step}, with autograd recording. */
    public List<Value> step(Value x, Value target, List<Value> parameters, List<Value> statistics) {
        NDList arguments = new NDList(x.array(), target.array());
        add(arguments, parameters, "xs[]");
        add(arguments, statistics, "bs[]");
        try (NDArray name = Torch.instance().manager().create(0f)) {
            name.setName("module_method:step");
            arguments.add(name);
            return IValueUtils.forward(block, arguments, true).stream()
                    .map(array -> new Value((PtNDArray) array))
                    .toList();
        }
    }

    private static void add(NDList arguments, List<Value> values, String name) {
        for (Value value : values) {
            value.array().setName(name);
            arguments.add(value.array());
        }
    }

    @Override
    public void close() {
        block.close();
    }
}
