package io.astrochrome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.standalone.stack.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real Prometheus, from Debian's package, that scrapes the services every second. */
final class Prometheus implements AutoCloseable {
    static final Path EXECUTABLE = Path.of("/usr/bin/prometheus");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    private Prometheus(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static Prometheus start(Path folder, Path rules, Map<Service, URI> services) throws IOException {
        Path configuration = Files.createDirectories(folder).resolve("prometheus.yml");
        Files.writeString(configuration, configuration(rules, services));
        int port = freePort();
        Process process = new ProcessBuilder(
                        EXECUTABLE.toString(),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + folder.resolve("series"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=warn")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        var started = new Prometheus(process, URI.create("http://127.0.0.1:" + port));
        started.awaitReady(folder.resolve("prometheus.log"));
        return started;
    }

    private static String configuration(Path rules, Map<Service, URI> services) {
        var text = new StringBuilder("""
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: ["%s"]
                scrape_configs:
                  - job_name: astrochrome
                    metrics_path: /q/metrics
                    static_configs:
                """.formatted(rules.toAbsolutePath().normalize()));
        services.forEach((service, uri) -> text.append("      - {targets: [\"%s:%d\"], labels: {service: %s}}%n"
                .formatted(uri.getHost(), uri.getPort(), service.id())));
        return text.toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** It opens its port in a moment; one that has ended will not. */
    private void awaitReady(Path log) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .failFast(() ->
                        assertThat(process.isAlive()).as(Files.readString(log)).isTrue())
                .untilAsserted(() -> assertThat(get("/-/ready").statusCode())
                        .as(Files.readString(log))
                        .isEqualTo(200));
    }

    /** What it answers to a query; a query that it does not take is an error of the test. */
    JsonNode query(String expression) throws IOException, InterruptedException {
        JsonNode answer =
                JSON.readTree(get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                        .body());
        assertThat(answer.path("status").asText())
                .as("%s: %s", expression, answer.path("error").asText())
                .isEqualTo("success");
        return answer.path("data").path("result");
    }

    /** All rules, as it has loaded and evaluated them. */
    JsonNode rules() throws IOException, InterruptedException {
        return JSON.readTree(get("/api/v1/rules").body())
                .path("data")
                .path("groups")
                .path(0)
                .path("rules");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
