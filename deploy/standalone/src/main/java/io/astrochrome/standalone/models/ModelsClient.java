package io.astrochrome.standalone.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.standalone.problem.ProblemDetail;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks metrics-service about models, and hands it what a person decides. */
public final class ModelsClient {
    /** The environment variable with the key of a server that asks for one. */
    public static final String KEY_VARIABLE = "ASTROCHROME_SECURITY_API_KEY";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int LEAST_DIGITS = 4;
    private static final int OK = 200;

    private final URI server;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * A client of that server.
     *
     * @param key of the API, or null where none is asked for
     */
    public ModelsClient(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    /**
     * The answer to a question.
     *
     * @throws IOException where there is none, with the server's reason
     */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET().build());
    }

    /**
     * What became of a decision.
     *
     * @param order fields of the body; null values are left out
     * @throws IOException where it was refused, with the server's reason
     */
    public JsonNode post(String path, Map<String, Object> order) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(order)))
                .build());
    }

    /**
     * The whole id of the one model whose id begins so.
     *
     * @throws IOException where none or several do
     */
    public String modelId(String beginning) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (JsonNode model : get("/api/models")) {
            String id = model.path("modelId").asText();
            if (id.startsWith(beginning)) {
                found.add(id);
            }
        }
        if (beginning.length() < LEAST_DIGITS || found.size() != 1) {
            throw new IOException(
                    beginning.length() < LEAST_DIGITS
                            ? "name the model by at least " + LEAST_DIGITS
                                    + " digits of its id; ./run models list has them"
                            : found.isEmpty()
                                    ? "no model's id begins with " + beginning + "; ./run models list has them"
                                    : found.size() + " models' ids begin with " + beginning + ": name more digits");
        }
        return found.get(0);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
        return key == null ? request : request.header("X-API-Key", key);
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new IOException("nothing answers at " + server + ": is ./run up running?", e);
        }
        if (response.statusCode() != OK) {
            throw new IOException(ProblemDetail.of(response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }
}
