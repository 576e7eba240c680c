package io.astrochrome.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class TorchScriptArchiveTest {
    private static final String ADDING = """
            class Autograd(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def step(self: __torch__.Autograd,
                x: Tensor,
                target: Tensor,
                xs: List[Tensor],
                bs: List[Tensor]) -> List[Tensor]:
                return [torch.add(torch.mul(x, xs[0]), bs[0]), torch.sub(target, x)]
            """;

    @Test
    void allEntriesAreStoredInOneFolder() throws IOException {
        byte[] code = "class Autograd(Module):\n".getBytes(StandardCharsets.UTF_8);
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(TorchScriptArchive.of(code)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }

        assertThat(entries)
                .containsOnlyKeys(
                        "autograd/data.pkl", "autograd/code/__torch__.py", "autograd/constants.pkl", "autograd/version")
                .containsEntry("autograd/code/__torch__.py", "class Autograd(Module):\n")
                .containsEntry("autograd/version", "3\n");
        assertThat(entries.get("autograd/data.pkl"))
                .as("pickle's protocol 2")
                .startsWith("\u0080\u0002")
                .endsWith(".");
    }

    @Test
    void aModuleDoesWhatItsTextSays() {
        try (TorchModule module = new TorchModule(ADDING);
                Tape tape = Tape.silent(Precision.SINGLE)) {
            Value x = tape.of(new float[] {1, 2}, 2);
            Value ten = tape.of(new float[] {10, 10}, 2);
            Value half = tape.of(new float[] {0.5f, 0.5f}, 2);
            Value twenty = tape.of(new float[] {20, 20}, 2);

            List<Value> made = module.step(x, ten, List.of(half), List.of(twenty));

            assertThat(made).hasSize(2);
            assertThat(made.get(0).toFloats()).containsExactly(20.5f, 21);
            assertThat(made.get(1).toFloats()).containsExactly(9, 8);
        }
    }
}
