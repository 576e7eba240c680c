package io.astrochrome.standalone.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.astrochrome.standalone.cli.ModelsCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ModelsCommandTest {
    private static final String MODELS = """
            [{"modelId":"aaaa1111", "name":"light-tuned", "publishedAt":"2026-11-22T21:00:00Z", "alias":"champion",
              "pinned":true, "quality":{"gainDecibels":0.52}, "decision":"promoted", "decidedBy":"gate",
              "reason":"it gains 0.52 dB"},
             {"modelId":"aaaa2222", "name":"light", "publishedAt":"2026-11-21T21:00:00Z", "quality":{}}]""";
    private static final String DECISION = """
            {"at":"2026-11-22T22:00:00Z", "kind":"ROLLED_BACK", "subjectModelId":"aaaa1111", "decidedBy":"Vera",
             "reason":"green stars", "figures":{"challenger.gainDecibels":0.4, "champion.gainDecibels":0.52, "frames":20}}""";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;
    private int refusal = 200;

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
        String path = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestMethod() + " " + path + " " + body);
        boolean order = exchange.getRequestMethod().equals("POST");
        String text = order
                ? refusal == 200 ? DECISION : "{\"detail\":\"the champion is pinned already\"}"
                : path.equals("/api/models") ? MODELS : "[" + DECISION + "]";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(order ? refusal : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--server=http://127.0.0.1:" + server.getAddress().getPort());
        return new CommandLine(new ModelsCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(all.toArray(String[]::new));
    }

    @Test
    void listsModelsWithTheirPlaceAndTheirNewestDecision() {
        assertThat(run("list")).isZero();

        assertThat(out.toString())
                .contains("aaaa1111", "champion*", "+0.52 dB", "promoted by gate: it gains 0.52 dB")
                .contains("aaaa2222", "not judged yet");
    }

    @Test
    void tellsTheHistoryInLinesThatPeopleRead() {
        assertThat(run("history", "--limit=3")).isZero();

        assertThat(asked).containsExactly("GET /api/decisions?limit=3 ");
        assertThat(out.toString()).contains("2026-11-22 22:00  rolled back aaaa1111  by Vera: green stars");
    }

    @Test
    void tellsTheFiguresOfADecisionWhereTheyAreAskedFor() {
        assertThat(run("history")).isZero();
        assertThat(out.toString()).doesNotContain("gainDecibels");

        assertThat(run("history", "--figures")).isZero();
        assertThat(out.toString()).contains("gainDecibels: challenger 0.4, champion 0.52", "frames: 20");
    }

    @Test
    void promotesTheModelWhoseIdBeginsSo() {
        assertThat(run("promote", "aaaa2", "--by=Vera", "--reason=it is sharper"))
                .isZero();

        assertThat(asked.get(asked.size() - 1))
                .startsWith("POST /api/models/aaaa2222/promote ")
                .contains("\"by\":\"Vera\"", "\"reason\":\"it is sharper\"");
    }

    @Test
    void asksForMoreDigitsWhereSeveralModelsAreMeant() {
        assertThat(run("promote", "aaaa", "--reason=any")).isEqualTo(1);

        assertThat(err.toString()).contains("2 models' ids begin with aaaa");
    }

    @Test
    void saysWhyADecisionIsRefused() {
        refusal = 409;

        assertThat(run("pin", "--reason=a survey")).isEqualTo(1);
        assertThat(err.toString()).contains("the champion is pinned already");
    }

    @Test
    void doesNotDecideWithoutAReason() {
        assertThat(run("rollback")).isEqualTo(2);

        assertThat(asked).isEmpty();
        assertThat(err.toString()).contains("--reason");
    }
}
