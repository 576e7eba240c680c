package io.astrochrome.standalone.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.astrochrome.standalone.cli.StretchesCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class StretchesCommandTest {
    private static final String CHANGES = """
            [{"at":"2026-11-29T20:00:07Z", "cause":"MOVED", "stretch":"midtone-linked", "detail":"for 3 frames running"}]""";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final StringWriter out = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        byte[] bytes = (exchange.getRequestMethod().equals("POST") ? body : CHANGES).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int run(String... args) {
        return new CommandLine(new StretchesCommand())
                .setOut(new PrintWriter(out))
                .execute(args);
    }

    private String address() {
        return "--server=http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Test
    void tellsWhenAndWhyATargetsStretchesWereFitted() {
        assertThat(run("history", "M 31", address())).isZero();

        assertThat(asked).containsExactly("GET /api/stretches?target=M+31 ");
        assertThat(out.toString()).contains("2026-11-29 20:00  moved  midtone-linked: for 3 frames running");
    }

    @Test
    void asksForAnotherStretchWithNameAndReason() {
        assertThat(run("reset", "M 31", "--by=Vera", "--reason=a lens cap", address()))
                .isZero();

        assertThat(asked.get(0))
                .startsWith("POST /api/stretches/reset ")
                .contains("\"target\":\"M 31\"", "\"by\":\"Vera\"", "\"reason\":\"a lens cap\"");
        assertThat(out.toString()).contains("the next frames of M 31 are stretched anew");
    }
}
