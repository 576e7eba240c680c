package io.astrochrome.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine with each of the instruction sets that oneDNN has kernels for, in a process that is told to take it. */
class InstructionSetsTest {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    @TempDir
    Path folder;

    /** Names of oneDNN's, and the processor's flag that each asks for. */
    @ParameterizedTest
    @CsvSource({
        "DEFAULT, fpu",
        "SSE41, sse4_1",
        "AVX, avx",
        "AVX2, avx2",
        "AVX2_VNNI, avx_vnni",
        "AVX2_VNNI_2, avx_vnni_int8",
        "AVX512_CORE, avx512bw",
        "AVX512_CORE_VNNI, avx512_vnni",
        "AVX512_CORE_BF16, avx512_bf16",
        "AVX512_CORE_FP16, avx512_fp16",
        "AVX512_CORE_AMX, amx_int8",
        "AVX512_CORE_AMX_FP16, amx_fp16"
    })
    void convolutionsAreRightOrGoneRound(String name, String flag) throws IOException, InterruptedException {
        assumeTrue(flags().contains(flag), "this processor has no " + flag);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dai.djl.offline=true",
                CheckedProcess.class.getName(),
                folder.toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("ONEDNN_MAX_CPU_ISA", name);
        builder.environment().remove("DNNL_MAX_CPU_ISA");
        Path log = folder.resolve("said.txt");
        int code = builder.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();

        String said = Files.readString(log);
        assertThat(code).as(said).isZero();
        assertThat(said).containsPattern("checked [1-9]");
    }

    private static List<String> flags() throws IOException {
        if (!Files.isReadable(CPU_INFO)) {
            return List.of("fpu"); // not Linux: the engine as it is, at least
        }
        return Files.readAllLines(CPU_INFO).stream()
                .filter(line -> line.startsWith("flags"))
                .limit(1)
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .toList();
    }
}
