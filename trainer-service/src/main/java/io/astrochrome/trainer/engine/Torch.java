package io.astrochrome.trainer.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * libtorch within this process, and the TorchScript module through which autograd's own functions are reached. One
 * instance per process; it is never closed.
 */
final class Torch {
    private static final Torch INSTANCE = new Torch();

    private final PtNDManager manager;
    private final PtSymbolBlock module;

    private Torch() {
        if (System.getProperty("ai.djl.offline") == null) {
            System.setProperty("ai.djl.offline", "true");
        }
        Engine engine = Engine.getEngine("PyTorch");
        manager = (PtNDManager) engine.newBaseManager();
        // The profiling executor would specialise and re-compile methods that each are one call.
        JniUtils.setGraphExecutorOptimize(false);
        try {
            module = JniUtils.loadModule(manager, new ByteArrayInputStream(TorchScriptArchive.autograd()), true, false);
        } catch (IOException e) {
            throw new UncheckedIOException("the autograd module cannot be loaded", e);
        }
    }

    static Torch instance() {
        return INSTANCE;
    }

    PtNDManager manager() {
        return manager;
    }

    /** Where tensors are kept: {@code cpu()} or {@code gpu(0)}. */
    String device() {
        return manager.getDevice().toString();
    }

    /** The library and its version, such as {@code PyTorch 2.7.1}. */
    String version() {
        return manager.getEngine().getEngineName() + " " + manager.getEngine().getVersion();
    }

    /** Threads that it computes with. */
    int threads() {
        return JniUtils.getNumThreads();
    }

    void seed(long seed) {
        JniUtils.setSeed(seed);
    }

    /** An array of the module's own memory, out of any scope. */
    PtNDArray owned(float[] values, Precision precision, long... shape) {
        try (NDArray wrapped = manager.create(values, new Shape(shape));
                NDArray typed = wrapped.toType(precision.type(), true)) {
            PtNDArray array = JniUtils.clone((PtNDArray) typed);
            NDScope.unregister(array);
            return array;
        }
    }

    /** Calls a method with autograd recording; a list is the last argument where there is one. */
    NDList recorded(String method, PtNDArray first, List<PtNDArray> list) {
        NDList arguments = new NDList(list.size() + 2);
        arguments.add(first);
        for (PtNDArray array : list) {
            array.setName("list[]");
            arguments.add(array);
        }
        return call(method, arguments);
    }

    /** Calls a method of tensors with autograd recording, where that is on. */
    NDList recorded(String method, PtNDArray... tensors) {
        for (PtNDArray tensor : tensors) {
            tensor.setName(null); // it may have been called a member of a list before
        }
        return call(method, new NDList(tensors));
    }

    private NDList call(String method, NDList arguments) {
        try (NDArray name = manager.create(0f)) {
            name.setName("module_method:" + method);
            arguments.add(name);
            return IValueUtils.forward(module, arguments, true);
        }
    }

    /** Calls a method without autograd; its result, null where that is no tensor, is closed with the arguments. */
    @Nullable PtNDArray unrecorded(String method, Object... arguments) {
        IValue[] values = new IValue[arguments.length];
        try {
            for (int i = 0; i < arguments.length; i++) {
                values[i] = value(arguments[i]);
            }
            try (IValue result = IValueUtils.runMethod(module, method, values)) {
                return result.isTensor() ? result.toTensor(manager) : null;
            }
        } finally {
            for (IValue value : values) {
                if (value != null) {
                    value.close();
                }
            }
        }
    }

    private static IValue value(Object argument) {
        if (argument instanceof Double number) {
            return IValue.from(number.doubleValue());
        }
        if (argument instanceof PtNDArray[] arrays) {
            return IValue.listFrom(arrays);
        }
        throw new IllegalArgumentException("no argument of a module can be a " + argument.getClass());
    }
}
