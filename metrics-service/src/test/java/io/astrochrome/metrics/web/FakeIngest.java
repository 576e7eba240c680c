package io.astrochrome.metrics.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands where the ingest-service would: takes what has {@code good} in its name and refuses the rest with its reason. */
public final class FakeIngest implements QuarkusTestResourceLifecycleManager {
    /** What it was sent, as query and number of bytes. */
    static final List<String> RECEIVED = new CopyOnWriteArrayList<>();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/frames", FakeIngest::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        return Map.of(
                "astrochrome.metrics.ingest-url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        int bytes = exchange.getRequestBody().readAllBytes().length;
        if (exchange.getRequestURI().getQuery().contains("silent")) {
            exchange.close(); // as a service does that is killed
            return;
        }
        RECEIVED.add(exchange.getRequestURI().getQuery() + " " + bytes);
        boolean good = exchange.getRequestURI().getQuery().contains("good");
        byte[] answer = (good
                        ? "{\"frames\":[{\"fileName\":\"good.fits\",\"status\":\"accepted\"}]}"
                        : "{\"status\":422,\"detail\":\"bad.fits is no picture that can be read: NAXIS1 is missing\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", good ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(good ? 202 : 422, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
