package io.astrochrome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.astrochrome.standalone.stack.Service;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A service as a container runs it, {@code java -jar quarkus-run.jar}, on all addresses of this machine, with neither broker
 * nor store in reach: who may ask does not depend on them.
 */
final class ReachableService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final URI address;

    private ReachableService(Process process, Path log, URI address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    static ReachableService start(Path root, Path folder, Service service, Map<String, String> more)
            throws IOException {
        int port = freePort();
        Path log = Files.createTempFile(folder, service.id(), ".log");
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        root.resolve(service.module())
                                .resolve("target/quarkus-app/quarkus-run.jar")
                                .toString())
                .directory(Files.createDirectories(folder.resolve(service.id())).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST", "0.0.0.0",
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + freePort(),
                "ASTROCHROME_STORE_ENDPOINT", "http://127.0.0.1:" + freePort(),
                "ASTROCHROME_STORE_ACCESS_KEY", "access",
                "ASTROCHROME_STORE_SECRET_KEY", "secret",
                "ORT_DISABLE_TELEMETRY", "1"));
        environment.putAll(more);
        builder.environment().putAll(environment);
        return new ReachableService(builder.start(), log, URI.create("http://" + ownAddress() + ":" + port));
    }

    /** Waits until it answers; fails with its log where it ends instead. */
    void awaitAlive() {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .failFast(() -> assertThat(process.isAlive()).as(said()).isTrue())
                .untilAsserted(() -> assertThat(ask("GET", "/session", "").statusCode())
                        .as(said())
                        .isEqualTo(200));
    }

    /** Its exit code; fails where it does not end. */
    int awaitEnd() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it runs on: " + said());
        }
        return process.exitValue();
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    /** Its answer to a request with that key, or without any where it is empty. */
    HttpResponse<String> ask(String method, String path, String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!key.isEmpty()) {
            request.header("X-API-Key", key);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The machine's address in its network; loopback's where it is in none. */
    private static String ownAddress() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .findFirst()
                    .orElse("127.0.0.1");
        } catch (SocketException e) {
            return "127.0.0.1";
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
