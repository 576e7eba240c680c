package io.astrochrome.standalone;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.folder.Settings;
import io.astrochrome.standalone.stack.Home;
import io.astrochrome.standalone.stack.Stack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A trainer beside the launcher's, as somebody would start it by its README.
 *
 * @param address where it answers
 */
record AnotherTrainer(Process process, URI address) implements AutoCloseable {
    /** Starts it in a folder of its own and waits until it answers. */
    static AnotherTrainer start(Stack stack, DataFolder data, Path work, Duration patience) throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        Home.current()
                                .root()
                                .resolve("trainer-service/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("log.txt").toFile());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port),
                        "KAFKA_BOOTSTRAP_SERVERS",
                        stack.addresses().bootstrapServers(),
                        "ASTROCHROME_STORE_ENDPOINT",
                        stack.addresses().store().toString(),
                        "ASTROCHROME_STORE_ACCESS_KEY",
                        "astrochrome",
                        "ASTROCHROME_STORE_SECRET_KEY",
                        Settings.read(data).get("store.secret-key"),
                        "ASTROCHROME_TRAINER_TENSOR_GROUP",
                        "second-trainer",
                        "OMP_WAIT_POLICY",
                        "PASSIVE",
                        "ORT_DISABLE_TELEMETRY",
                        "1"));
        var trainer = new AnotherTrainer(builder.start(), URI.create("http://127.0.0.1:" + port));
        await("the other trainer answers").atMost(patience).until(() -> answers(trainer.address));
        return trainer;
    }

    private static boolean answers(URI service) {
        try (var in = service.resolve("/runs").toURL().openStream()) {
            return in.read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The runs that a trainer knows; none where it does not answer. */
    static List<String> runs(URI service) {
        try (var in = service.resolve("/runs").toURL().openStream()) {
            var runs = new ArrayList<String>();
            new ObjectMapper().readTree(in).forEach(run -> runs.add(run.toString()));
            return runs;
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
