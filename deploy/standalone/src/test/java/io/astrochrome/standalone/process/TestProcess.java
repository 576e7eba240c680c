package io.astrochrome.standalone.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real process for tests: answers as ready, counts its starts in a file, and ends in the way it is told. */
public final class TestProcess {
    private static final int NO_CONTENT = 204;

    private TestProcess() {}

    /** Takes the port, the file that counts starts, and what to do: serve, crash-once, hang-once, sicken-once or ignore-term. */
    public static void main(String[] args) throws Exception {
        var starts = Path.of(args[1]);
        var earlier = Files.exists(starts) ? Files.readAllLines(starts).size() : 0;
        Files.writeString(
                starts, "start\n", java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
        if ("crash-once".equals(args[2]) && earlier == 0) {
            System.exit(7);
        }
        if ("hang-once".equals(args[2]) && earlier == 0) {
            sleep();
        }
        if ("ignore-term".equals(args[2])) {
            Runtime.getRuntime().addShutdownHook(new Thread(TestProcess::sleep));
        }
        var server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
        server.createContext("/ready", exchange -> {
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            exchange.close();
        });
        var isWell = !"sicken-once".equals(args[2]) || earlier > 0;
        server.createContext("/live", exchange -> {
            exchange.sendResponseHeaders(isWell ? NO_CONTENT : 503, -1);
            exchange.close();
        });
        server.start();
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static ProcessSpec spec(Path folder, String behaviour) throws IOException {
        return spec(folder, behaviour, Duration.ofSeconds(10));
    }

    static ProcessSpec spec(Path folder, String behaviour, Duration grace) throws IOException {
        return spec(folder, behaviour, grace, 0);
    }

    /** One that may be silent for so long once it was ready. */
    static ProcessSpec silent(Path folder, String behaviour, Duration silence) throws IOException {
        var spec = spec(folder, behaviour);
        return new ProcessSpec(
                spec.name(),
                spec.command(),
                spec.folder(),
                spec.environment(),
                spec.logFile(),
                spec.readiness(),
                spec.liveness(),
                silence,
                spec.grace(),
                spec.niceness());
    }

    static ProcessSpec spec(Path folder, String behaviour, Duration grace, int niceness) throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-Xmx32m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TestProcess.class.getName(),
                Integer.toString(port),
                folder.resolve("starts").toString(),
                behaviour);
        var ready = URI.create("http://127.0.0.1:" + port + "/ready");
        return new ProcessSpec(
                "test",
                command,
                folder,
                Map.of(),
                folder.resolve("test.log"),
                ready,
                ready.resolve("/live"),
                Duration.ofMinutes(5),
                grace,
                niceness);
    }
}
