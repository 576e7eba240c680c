package io.astrochrome.trainer.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What decides which of its kernels the engine takes: where any of it changes, what was found before says nothing.
 *
 * @param engine the library and its version
 * @param device it computes on
 * @param processor for people
 * @param traits everything else, by name: the processor's flags and caches, threads, settings of the environment
 */
record EngineIdentity(String engine, String device, String processor, Map<String, String> traits) {
    /** Beginnings of the environment's names by which oneDNN, ATen, MKL and OpenMP are told what to take. */
    private static final List<String> SETTINGS = List.of("ONEDNN_", "DNNL_", "ATEN_", "MKL_", "OMP_", "TORCH_", "KMP_");

    /** What {@code /proc/cpuinfo} tells of a processor that stays the same from start to start. */
    private static final List<String> CPU_KEYS =
            List.of("vendor_id", "cpu family", "model", "model name", "stepping", "microcode", "flags", "Features");

    /** Raised when what is known of a machine decides otherwise, so that what was found before counts no more. */
    private static final String RULES = "2";

    private static final String UNKNOWN = "unknown";

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

    /**
     * @throws IllegalArgumentException where a part is missing
     */
    EngineIdentity {
        if (engine == null || device == null || processor == null || traits == null) {
            throw new IllegalArgumentException("an engine's identity has engine, device, processor and traits");
        }
        traits = Map.copyOf(traits);
    }

    /** That of this process; loads the library. */
    static EngineIdentity ofThisProcess() {
        Torch torch = Torch.instance();
        Map<String, String> traits = new TreeMap<>(cpu());
        traits.put("caches", caches());
        traits.put("rules", RULES);
        traits.put("threads", Integer.toString(torch.threads()));
        System.getenv().forEach((name, value) -> {
            if (SETTINGS.stream().anyMatch(name::startsWith)) {
                traits.put(name, value);
            }
        });
        return new EngineIdentity(torch.version(), torch.device(), processorName(), traits);
    }

    /** Whether the machine tells of its caches, as a virtual one need not. */
    boolean tellsCaches() {
        return !UNKNOWN.equals(traits.get("caches"));
    }

    /** The processor's name, for people. */
    static String processorName() {
        Map<String, String> cpu = cpu();
        String name = cpu.getOrDefault("model name", System.getProperty("os.arch"));
        return cpu.containsKey("model")
                ? name + ", family " + cpu.get("cpu family") + ", model " + cpu.get("model")
                : name;
    }

    private static Map<String, String> cpu() {
        Map<String, String> found = new TreeMap<>();
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            lines.takeWhile(line -> !line.isBlank()).forEach(line -> {
                String[] parts = line.split(":", 2);
                if (CPU_KEYS.contains(parts[0].strip())) {
                    found.put(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
                }
            });
        } catch (IOException e) {
            found.put("os.arch", System.getProperty("os.arch")); // not Linux: what Java knows has to do
        }
        return found;
    }

    /** Sizes of the caches that the kernel knows of; kernels are blocked by them. */
    private static String caches() {
        if (!Files.isDirectory(CACHES)) {
            return UNKNOWN;
        }
        try (Stream<Path> indices = Files.list(CACHES)) {
            return new TreeSet<>(indices.filter(index -> Files.isReadable(index.resolve("size")))
                            .map(EngineIdentity::line)
                            .toList())
                    .stream().collect(Collectors.joining(" "));
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static String line(Path index) {
        try {
            return index.getFileName() + "="
                    + Files.readString(index.resolve("size")).strip();
        } catch (IOException e) {
            return index.getFileName() + "=?";
        }
    }
}
