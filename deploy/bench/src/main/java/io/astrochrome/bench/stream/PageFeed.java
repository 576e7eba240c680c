package io.astrochrome.bench.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The observatory page's side: hears the live feed as a browser does and fetches the preview of each coloured frame. A
 * frame is on the page when its preview has been read to the end.
 */
final class PageFeed implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";

    private final URI page;
    private final HttpURLConnection connection;
    private final Map<String, Long> shownAtNanos = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile boolean closed;

    PageFeed(URI page) throws IOException {
        this.page = page;
        this.connection =
                (HttpURLConnection) page.resolve("/api/events").toURL().openConnection();
        connection.setRequestProperty("Accept", "text/event-stream");
        var events = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        this.reader = new Thread(() -> listen(events), "page-feed");
        reader.setDaemon(true);
        reader.start();
    }

    /** When the frame was on the page, by {@link System#nanoTime()}; waits for it, and throws where it does not come. */
    long awaitShown(String frameId, Duration patience) throws InterruptedException, IOException {
        var end = System.nanoTime() + patience.toNanos();
        while (!shownAtNanos.containsKey(frameId)) {
            if (System.nanoTime() > end) {
                throw new IOException("frame " + frameId + " did not come to the page");
            }
            Thread.sleep(5);
        }
        return shownAtNanos.get(frameId);
    }

    private void listen(BufferedReader events) {
        try {
            for (var line = events.readLine(); line != null; line = events.readLine()) {
                if (line.startsWith(DATA) && line.contains("\"coloured\"")) {
                    show(JSON.readTree(line.substring(DATA.length())));
                }
            }
        } catch (IOException e) {
            if (!closed) {
                System.err.println("The live feed broke off: " + e.getMessage());
            }
        }
    }

    private void show(JsonNode frame) throws IOException {
        var frameId = frame.path("frameId").asText();
        if (!shownAtNanos.containsKey(frameId)) {
            try (var preview = page.resolve(frame.path("links").path("preview").asText())
                    .toURL()
                    .openStream()) {
                preview.transferTo(OutputStream.nullOutputStream());
            }
            shownAtNanos.put(frameId, System.nanoTime());
        }
    }

    @Override
    public void close() {
        closed = true;
        connection.disconnect();
    }
}
