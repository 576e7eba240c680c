package io.astrochrome.ingest.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.imaging.decode.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sends files to a running ingest-service; where it says that it cannot take one now, waits as told and tries again. */
final class IngestClient {
    private static final int ATTEMPTS = 4;
    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI service;
    private final Optional<String> key;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).build();

    /**
     * A client.
     *
     * @param key shown with each frame; empty where the service lets everybody in
     */
    IngestClient(URI service, Optional<String> key) {
        this.service = service;
        this.key = key;
    }

    /**
     * Sends one file.
     *
     * @throws ServiceAwayException where the service does not answer, or still cannot take it after some attempts
     */
    SendResult send(FrameFile file) throws ServiceAwayException, InterruptedException {
        Optional<String> trouble = trouble(file.path());
        if (trouble.isPresent()) {
            return new SendResult(SendResult.Status.REJECTED, file.path() + " " + trouble.get());
        }
        HttpRequest request = request(file);
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            for (int attempt = 1; response.statusCode() == UNAVAILABLE && attempt < ATTEMPTS; attempt++) {
                Thread.sleep(retryAfter(response).toMillis());
                response = http.send(request, HttpResponse.BodyHandlers.ofString());
            }
            return result(response, file.path());
        } catch (ConnectException e) {
            throw new ServiceAwayException("no ingest-service answers at " + service, e);
        } catch (IOException e) {
            throw new ServiceAwayException("the ingest-service at " + service + " broke off: " + e.getMessage(), e);
        }
    }

    /** Found out before the service is asked: what goes wrong later is the connection's. */
    private static Optional<String> trouble(Path file) {
        Optional<String> unopened = FileTrouble.ofName(file).or(() -> FileTrouble.ofKind(file));
        if (unopened.isPresent()) {
            return unopened;
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.read();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot be read: " + FileTrouble.of(e));
        }
    }

    private HttpRequest request(FrameFile file) {
        Map<String, String> parameters = new LinkedHashMap<>(file.parameters());
        parameters.put("fileName", file.path().getFileName().toString());
        parameters.put("source", "cli");
        String query = parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve("/frames?" + query))
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofFile(file.path()));
            key.ifPresent(secret -> request.header("X-API-Key", secret));
            return request.build();
        } catch (IOException e) {
            throw new IllegalStateException(file.path() + " is gone", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return Duration.ofSeconds(
                response.headers().firstValueAsLong("Retry-After").orElse(1));
    }

    private SendResult result(HttpResponse<String> response, Path file) throws ServiceAwayException {
        if (response.statusCode() == UNAUTHORIZED) {
            throw new ServiceAwayException(
                    "the ingest-service at " + service + " wants a key: put it into " + IngestCommand.KEY_VARIABLE,
                    null);
        }
        JsonNode answer = answer(response);
        String detail = answer.path("detail").asText("HTTP status " + response.statusCode());
        if (response.statusCode() >= SERVER_ERROR) {
            throw new ServiceAwayException(
                    "the ingest-service at " + service + " cannot take " + file + ": " + detail, null);
        }
        return switch (answer.path("frames").path(0).path("status").asText()) {
            case "accepted" -> new SendResult(SendResult.Status.ACCEPTED, null);
            case "duplicate" -> new SendResult(SendResult.Status.DUPLICATE, null);
            case "rejected" -> new SendResult(SendResult.Status.REJECTED, detail);
            default -> new SendResult(SendResult.Status.REJECTED, file + ": " + detail);
        };
    }

    /** Nothing where something in between has answered, such as a proxy. */
    private static JsonNode answer(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
