package io.astrochrome.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Padding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckFileTest {
    private static final EngineIdentity THIS =
            new EngineIdentity("PyTorch 1", "cpu()", "a processor", Map.of("flags", "sse avx"));
    private static final CheckedConvolution RIGHT = checked(16, ConvolutionWay.PLAIN, null);
    private static final CheckedConvolution WRONG = checked(24, ConvolutionWay.PADDED, "its output is off by 1");

    @TempDir
    Path folder;

    private static CheckedConvolution checked(int in, ConvolutionWay way, String fault) {
        return new CheckedConvolution(new ConvShape(in, 8, 3, 1, 1, false, Padding.same(3, 2)), true, 8, way, fault);
    }

    private CheckFile fileOf(EngineIdentity identity) {
        return new CheckFile(folder.resolve("not there yet"), identity);
    }

    @Test
    void givesBackWhatItWasGiven() throws IOException {
        fileOf(THIS).add(List.of(RIGHT));
        fileOf(THIS).add(List.of(WRONG));

        assertThat(fileOf(THIS).load()).containsExactly(RIGHT, WRONG);
    }

    @Test
    void withoutAFileNothingIsKnown() {
        assertThat(fileOf(THIS).load()).isEmpty();
    }

    @Test
    void anotherMachineEngineOrSettingKnowsNothingOfIt() throws IOException {
        fileOf(THIS).add(List.of(RIGHT));

        assertThat(List.of(
                        new EngineIdentity("PyTorch 2", "cpu()", "a processor", THIS.traits()),
                        new EngineIdentity("PyTorch 1", "gpu(0)", "a processor", THIS.traits()),
                        new EngineIdentity("PyTorch 1", "cpu()", "another", THIS.traits()),
                        new EngineIdentity("PyTorch 1", "cpu()", "a processor", Map.of("flags", "sse")),
                        new EngineIdentity(
                                "PyTorch 1",
                                "cpu()",
                                "a processor",
                                Map.of("flags", "sse avx", "ONEDNN_MAX_CPU_ISA", "AVX2"))))
                .allSatisfy(other -> assertThat(fileOf(other).load()).isEmpty());
    }

    @Test
    void theFileOfAnotherIsNotBelievedUnderThisOnesName() throws IOException {
        CheckFile other = fileOf(new EngineIdentity("PyTorch 2", "cpu()", "a processor", THIS.traits()));
        other.add(List.of(RIGHT));
        Files.move(other.path(), fileOf(THIS).path());

        assertThat(fileOf(THIS).load()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{}", "null", "[1, 2]", "{\"identity\": null, \"convolutions\": null, \"sha256\": null}"
            })
    void aDamagedFileIsMadeAnew(String damage) throws IOException {
        fileOf(THIS).add(List.of(RIGHT));
        Files.writeString(fileOf(THIS).path(), damage);

        assertThat(fileOf(THIS).load()).isEmpty();
        fileOf(THIS).add(List.of(WRONG));
        assertThat(fileOf(THIS).load()).containsExactly(WRONG);
    }

    @Test
    void aFileCutOffOrChangedAnywhereIsNotBelieved() throws IOException {
        fileOf(THIS).add(List.of(RIGHT, WRONG));
        Path path = fileOf(THIS).path();
        String whole = Files.readString(path);
        for (int cut = 0; cut < whole.length(); cut += 7) {
            Files.writeString(path, whole.substring(0, cut));
            assertThat(fileOf(THIS).load()).isEmpty();
        }
        Files.writeString(path, whole.replace("PADDED", "UNFOLDED"));
        assertThat(fileOf(THIS).load()).isEmpty();
        Files.writeString(path, whole.replace("\"in\":24", "\"in\":40"));
        assertThat(fileOf(THIS).load()).isEmpty();
    }

    @Test
    void manyAtOnceLeaveAFileThatIsWhole() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int in = 1; in <= 40; in++) {
                CheckedConvolution own = checked(in, ConvolutionWay.PLAIN, null);
                writers.add(threads.submit(() -> {
                    fileOf(THIS).add(List.of(own));
                    assertThat(fileOf(THIS).load()).isNotEmpty();
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(fileOf(THIS).load()).isNotEmpty();
        try (var files = Files.list(fileOf(THIS).path().getParent())) {
            assertThat(files).containsExactly(fileOf(THIS).path());
        }
    }
}
