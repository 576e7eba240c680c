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
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The observatory page's side: hears the live feed as a browser does and fetches the preview of each coloured frame. A
 * frame is on the page when its preview has been read to the end, an exposure in the table of its night when it was heard of.
 */
final class PageFeed implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";

    private final URI page;
    private final HttpURLConnection connection;
    private final Map<String, Long> shownAtNanos = new ConcurrentHashMap<>();
    private final Map<String, Long> judgedAtNanos = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> stacks = new ConcurrentHashMap<>();
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
        return await(() -> shownAtNanos.get(frameId), "frame " + frameId, patience);
    }

    /** When an exposure's fate was on the page, by {@link System#nanoTime()}. */
    long awaitJudged(String frameId, Duration patience) throws InterruptedException, IOException {
        return await(() -> judgedAtNanos.get(frameId), "the fate of exposure " + frameId, patience);
    }

    /** How many exposures' fates are on the page. */
    int judged() {
        return judgedAtNanos.size();
    }

    /** When the frame was on the page; empty where it was not by now. */
    OptionalLong shown(String frameId) {
        var at = shownAtNanos.get(frameId);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /** What the page says of the picture of a target's stacks when it has so many exposures; waits for it. */
    JsonNode awaitStack(String target, int depth, Duration patience) throws InterruptedException, IOException {
        return await(
                () -> {
                    var stack = stacks.get(target);
                    return stack != null && depth(stack) >= depth ? stack : null;
                },
                "a picture of " + depth + " exposures of " + target,
                patience);
    }

    private static int depth(JsonNode stack) {
        var depth = 0;
        for (var subs : stack.path("subs")) {
            depth += subs.asInt();
        }
        return depth;
    }

    private static <T> T await(Supplier<T> what, String name, Duration patience)
            throws InterruptedException, IOException {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            var there = what.get();
            if (there != null) {
                return there;
            }
            if (System.nanoTime() > end) {
                throw new IOException(name + " did not come to the page");
            }
            Thread.sleep(5);
        }
    }

    private void listen(BufferedReader events) {
        try {
            for (var line = events.readLine(); line != null; line = events.readLine()) {
                if (line.startsWith(DATA) && line.contains("\"coloured\"")) {
                    show(JSON.readTree(line.substring(DATA.length())));
                } else if (line.startsWith(DATA) && line.contains("\"shown\"")) {
                    var sub = JSON.readTree(line.substring(DATA.length()));
                    judgedAtNanos.putIfAbsent(sub.path("frameId").asText(), System.nanoTime());
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
        if (frame.hasNonNull("stack")) {
            stacks.put(frame.path("target").asText(), frame.get("stack"));
        }
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
