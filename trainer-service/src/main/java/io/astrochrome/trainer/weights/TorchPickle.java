package io.astrochrome.trainer.weights;

import io.astrochrome.tensors.ElementType;
import io.astrochrome.tensors.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.Unpickler;

/**
 * PyTorch's file of a state dictionary: a zip with {@code data.pkl}, whose tensors point to entries of raw data. No class
 * the pickle names is ever loaded: unknown ones become plain dictionaries.
 */
final class TorchPickle {
    /** Larger than any encoder's storage; a larger one is a lie or an attack. */
    private static final long MAX_STORAGE_BYTES = 1L << 30;

    private TorchPickle() {}

    /** What a persistent id of the pickle stands for. */
    private record Storage(ElementType type, ByteBuffer data) {}

    /** Constructors are static in the library, so they know types only; data comes through persistent ids. */
    private record StorageType(ElementType type) implements IObjectConstructor {
        @Override
        public Object construct(Object[] arguments) {
            throw new PickleException("a storage is not made from arguments");
        }
    }

    static {
        Unpickler.registerConstructor("torch._utils", "_rebuild_tensor_v2", TorchPickle::tensor);
        Unpickler.registerConstructor("torch._utils", "_rebuild_parameter", arguments -> arguments[0]);
        Unpickler.registerConstructor("collections", "OrderedDict", arguments -> new LinkedHashMap<Object, Object>());
        Unpickler.registerConstructor("torch", "FloatStorage", new StorageType(ElementType.F32));
        Unpickler.registerConstructor("torch", "DoubleStorage", new StorageType(ElementType.F64));
        Unpickler.registerConstructor("torch", "HalfStorage", new StorageType(ElementType.F16));
        Unpickler.registerConstructor("torch", "BFloat16Storage", new StorageType(ElementType.BF16));
        Unpickler.registerConstructor("torch", "LongStorage", new StorageType(ElementType.I64));
        Unpickler.registerConstructor("torch", "IntStorage", new StorageType(ElementType.I32));
    }

    static Map<String, Tensor> read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry pickle = zip.stream()
                    .filter(entry -> entry.getName().endsWith("/data.pkl"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("it has no data.pkl"));
            String folder = pickle.getName().substring(0, pickle.getName().length() - "data.pkl".length());
            try (InputStream bytes = zip.getInputStream(pickle)) {
                return tensors(new StorageUnpickler(zip, folder).load(bytes));
            }
        } catch (ZipException e) {
            throw new IOException("it is no zip; files older than PyTorch 1.6 have to be saved again", e);
        } catch (PickleException | ClassCastException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException("its pickle is not of a state dictionary: " + e.getMessage(), e);
        }
    }

    private static Map<String, Tensor> tensors(Object root) throws IOException {
        Object dictionary = root;
        if (root instanceof Map<?, ?> map && map.get("state_dict") instanceof Map<?, ?> inner) {
            dictionary = inner;
        }
        if (!(dictionary instanceof Map<?, ?> named)) {
            throw new IOException("it holds no state dictionary");
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        named.forEach((name, value) -> {
            if (value instanceof Tensor tensor) {
                tensors.put(String.valueOf(name), tensor);
            }
        });
        return tensors;
    }

    private static Tensor tensor(Object[] arguments) {
        Storage storage = (Storage) arguments[0];
        long[] shape = longs(arguments[2]);
        int width = storage.type().bytes();
        long elements = 1;
        long[] strides = longs(arguments[3]);
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (shape[axis] > 1 && strides[axis] != elements) {
                throw new PickleException("a tensor is not stored row by row");
            }
            elements = Math.multiplyExact(elements, shape[axis]);
        }
        int start = Math.toIntExact(((Number) arguments[1]).longValue() * width);
        ByteBuffer data = storage.data().slice(start, Math.toIntExact(elements * width));
        return new Tensor(storage.type(), shape, data);
    }

    private static long[] longs(Object tuple) {
        Object[] numbers = tuple instanceof List<?> list ? list.toArray() : (Object[]) tuple;
        long[] values = new long[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((Number) numbers[i]).longValue();
        }
        return values;
    }

    /** Reads the storages that the pickle points to, each once. */
    private static final class StorageUnpickler extends Unpickler {
        private final ZipFile zip;
        private final String folder;
        private final Map<String, Storage> read = new LinkedHashMap<>();

        StorageUnpickler(ZipFile zip, String folder) {
            this.zip = zip;
            this.folder = folder;
        }

        @Override
        protected Object persistentLoad(Object id) {
            Object[] parts = (Object[]) id;
            if (!(parts[1] instanceof StorageType type)) {
                throw new PickleException("a storage of type " + parts[1] + " is not supported");
            }
            return read.computeIfAbsent((String) parts[2], key -> new Storage(type.type(), bytes(key)));
        }

        private ByteBuffer bytes(String key) {
            ZipEntry entry = zip.getEntry(folder + "data/" + key);
            if (entry == null || entry.getSize() > MAX_STORAGE_BYTES) {
                throw new PickleException("the storage " + key + " is missing or too large");
            }
            try (InputStream data = zip.getInputStream(entry)) {
                return ByteBuffer.wrap(data.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            } catch (IOException e) {
                throw new PickleException("the storage " + key + " cannot be read", e);
            }
        }
    }
}
