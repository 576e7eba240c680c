package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.testkit.StoredDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The models that ship are those whose digests are written down: whoever changes one says so, and gives the folder a new version. */
class ModelFolderTest {
    private static final Path FOLDER = StoredDocument.project().resolve("deploy/models");

    @Test
    void holdsTheModelsWhoseDigestsAreWrittenDown() throws Exception {
        assertThat(written())
                .as(
                        "after a change of models, in deploy/models: raise the version in SHA256SUMS and write the digests of *.onnx")
                .isEqualTo(found());
    }

    @Test
    void hasAVersion() throws IOException {
        assertThat(Files.readAllLines(FOLDER.resolve("SHA256SUMS")).get(0))
                .matches("# The models that ship, version [1-9]\\d*\\..*");
    }

    private static Map<String, String> written() throws IOException {
        var digests = new TreeMap<String, String>();
        for (var line : Files.readAllLines(FOLDER.resolve("SHA256SUMS"))) {
            if (!line.startsWith("#")) {
                var parts = line.split(" {2}");
                digests.put(parts[1], parts[0]);
            }
        }
        return digests;
    }

    private static Map<String, String> found() throws IOException, NoSuchAlgorithmException {
        var digests = new TreeMap<String, String>();
        try (var files = Files.newDirectoryStream(FOLDER, "*.onnx")) {
            for (var file : files) {
                var sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                digests.put(file.getFileName().toString(), HexFormat.of().formatHex(sha256));
            }
        }
        return digests;
    }
}
