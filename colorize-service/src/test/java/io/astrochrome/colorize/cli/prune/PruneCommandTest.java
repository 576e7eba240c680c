package io.astrochrome.colorize.cli.prune;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.embedded.EmbeddedStore;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.StoreSettings;
import io.astrochrome.testkit.StreamServers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PruneCommandTest {
    private static final String ID = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final int WRONG_USAGE = 2;
    private static final int STREAM_AWAY = 3;

    @TempDir
    private Path folder;

    @TempDir
    private static Path objects;

    private static StreamServers servers;
    private static EmbeddedStore launchers;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        servers = StreamServers.start();
        launchers = new EmbeddedStore(objects, 0, "astrochrome", "a secret");
    }

    @AfterAll
    static void stop() throws IOException {
        launchers.close();
        servers.close();
    }

    /** As the launcher writes it. */
    @BeforeEach
    void tellWhereTheStreamIs() throws IOException {
        settings(launchers.endpoint().getPort());
    }

    private void settings(int store) throws IOException {
        int kafka = URI.create("//" + servers.bootstrapServers()).getPort();
        Files.write(
                folder.resolve("settings.properties"),
                List.of("port.kafka=" + kafka, "port.store=" + store, "store.secret-key=a secret"));
    }

    private static MinioObjectStore store() {
        return new MinioObjectStore(new StoreSettings(launchers.endpoint(), "astrochrome", "a secret"));
    }

    private int run(String... arguments) {
        CommandLine line = PruneCommand.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private String data() {
        return "--data=" + folder;
    }

    @Test
    void saysWhatThereIsAndDeletesNothingYoung() throws IOException {
        try (MinioObjectStore store = store()) {
            store.put(ObjectKeys.colorized(ID, ID, "png"), "colours".getBytes(UTF_8), "image/png");

            assertThat(run(data())).as(err.toString()).isZero();
            assertThat(out.toString())
                    .containsPattern("colorized +0 +0 B +1 young \\(7 B\\)")
                    .contains("0 objects, 0 B, would be deleted; --yes deletes them.");

            out.getBuffer().setLength(0);
            assertThat(run(data(), "--yes", "--json")).isZero();
            JsonNode said = new ObjectMapper().readTree(out.toString());
            assertThat(said.path("deleted").asBoolean()).isTrue();
            assertThat(said.at("/kinds/colorized/young/bytes").asLong()).isEqualTo(7);
            assertThat(said.path("kinds").has("frames")).isFalse();
            assertThat(store.stat(ObjectKeys.colorized(ID, ID, "png"))).isPresent();
        }
    }

    @Test
    void pinsAndUnpinsFrames() {
        try (MinioObjectStore store = store()) {
            assertThat(run("pin", data(), ID)).as(err.toString()).isZero();
            assertThat(store.stat(ObjectKeys.pin(ID))).isPresent();

            assertThat(run("unpin", data(), ID)).isZero();
            assertThat(store.stat(ObjectKeys.pin(ID))).isEmpty();
        }
        assertThat(run("pin", data(), "../../frames")).isEqualTo(WRONG_USAGE);
        assertThat(err.toString()).contains("64 digits");
    }

    @Test
    void refusesAgesThatAreNone() {
        assertThat(run(data(), "--after", "colorized=soon")).isEqualTo(WRONG_USAGE);
        assertThat(run(data(), "--after", "models=30d")).isEqualTo(WRONG_USAGE);
        assertThat(run(data(), "--after", "jars=30d")).isEqualTo(WRONG_USAGE);
        assertThat(run(data(), "--after", "colorized=0d")).isEqualTo(WRONG_USAGE);
        assertThat(err.toString())
                .contains("like 30d or 12h, or never, not soon")
                .contains("kind models are never pruned")
                .contains("no kind of object jars")
                .contains("longer than nothing");
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        settings(1);

        assertThat(run(data())).isEqualTo(STREAM_AWAY);
        assertThat(err.toString()).contains("does not answer");
    }

    @Test
    void writesBytesAsPeopleReadThem() {
        assertThat(PruneTable.bytes(999)).isEqualTo("999 B");
        assertThat(PruneTable.bytes(63_000_000)).isEqualTo("63.0 MB");
        assertThat(PruneTable.bytes(27_000_000_000_000L)).isEqualTo("27.0 TB");
    }
}
