package io.astrochrome.trainer.engine;

import ai.djl.util.Utils;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.astrochrome.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what the check found, in a file for each machine and engine. Written whole or not at all, so that several processes
 * may read and write it at once; the last one to write wins, and what is missing is only checked again. A file that is
 * damaged, or of another machine, engine or setting, counts as none.
 */
final class CheckFile {
    private static final int NAME_DIGITS = 16;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final EngineIdentity identity;
    private final Path file;

    /** What the file holds; the digest is of everything else in it. */
    private record Content(EngineIdentity identity, List<CheckedConvolution> convolutions, String sha256) {}

    /** In that folder, which is made where there is something to keep. */
    CheckFile(Path folder, EngineIdentity identity) {
        this.identity = identity;
        file = folder.resolve("checked-" + Sha256.of(json(identity)).substring(0, NAME_DIGITS) + ".json");
    }

    /** The folder of the unpacked library: {@code DJL_CACHE_DIR}, or in the user's home. */
    static Path folderOfTheEngine() {
        return Utils.getEngineCacheDir("pytorch");
    }

    Path path() {
        return file;
    }

    /** What was found before; nothing where there is no file that is whole and of this machine. */
    List<CheckedConvolution> load() {
        try {
            Content content = JSON.readValue(file.toFile(), Content.class);
            boolean whole = identity.equals(content.identity)
                    && content.convolutions != null
                    && Sha256.of(json(content.convolutions)).equals(content.sha256);
            return whole ? List.copyOf(content.convolutions) : List.of();
        } catch (IOException | RuntimeException e) {
            return List.of(); // checked anew, which costs a second; why it is damaged helps nobody
        }
    }

    /**
     * Keeps these beside what others have found meanwhile.
     *
     * @throws IOException where the file cannot be written; what was there before is whole then
     */
    void add(List<CheckedConvolution> found) throws IOException {
        Map<ConvolutionCase, CheckedConvolution> all = new LinkedHashMap<>();
        load().forEach(convolution -> all.put(convolution.asCase(), convolution));
        found.forEach(convolution -> all.put(convolution.asCase(), convolution));
        List<CheckedConvolution> convolutions = new ArrayList<>(all.values());
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        // Of a name of its own: several processes may write.
        Path partial = Files.createTempFile(folder, "checked-", ".partial");
        try {
            Files.write(
                    partial,
                    JSON.writeValueAsBytes(new Content(identity, convolutions, Sha256.of(json(convolutions)))));
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new IllegalStateException("a record of words and numbers is always JSON", e);
        }
    }
}
