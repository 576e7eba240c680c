package io.astrochrome.standalone.demo;

import io.astrochrome.standalone.problem.ProblemDetail;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** Hands frames to the ingest-service by HTTP, one raw body each; what is not ready yet is asked again. */
public final class FrameSender {
    private static final int ACCEPTED = 202;
    private static final int DUPLICATE = 200;
    private static final int UNAVAILABLE = 503;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final URI frames;

    /** Takes the ingest-service's root address. */
    public FrameSender(URI ingest) {
        this.frames = ingest.resolve("/frames");
    }

    /** What the service answered. */
    public sealed interface Answer {
        record Accepted() implements Answer {}

        /** The same bytes were taken in before. */
        record Duplicate() implements Answer {}

        record Refused(int status, String reason) implements Answer {}
    }

    /**
     * Sends a frame of the demo: an exposure of a night is stacked with the others of its target.
     *
     * @throws IOException if the service does not answer for a minute
     */
    public Answer send(DemoFrame frame) throws IOException, InterruptedException {
        return frame.exposure() ? send(frame.file(), frame.target(), "live", "") : send(frame.file(), frame.target());
    }

    /**
     * Sends a frame that is to be coloured by itself.
     *
     * @throws IOException if the service does not answer for a minute
     */
    public Answer send(Path file, String target) throws IOException, InterruptedException {
        return send(file, target, "live");
    }

    /**
     * Sends a frame.
     *
     * @param purpose {@code live}, {@code train} or {@code validation}
     * @throws IOException if the service does not answer for a minute
     */
    public Answer send(Path file, String target, String purpose) throws IOException, InterruptedException {
        return send(file, target, purpose, "&label.stack=no");
    }

    private Answer send(Path file, String target, String purpose, String more)
            throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var status = post(file, target, purpose, more);
                if (!(status instanceof Answer.Refused refused) || refused.status != UNAVAILABLE) {
                    return status;
                }
                if (System.nanoTime() > end) {
                    return status;
                }
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private Answer post(Path file, String target, String purpose, String more) throws IOException {
        var query = "?source=demo&purpose=" + encoded(purpose) + "&fileName="
                + encoded(file.getFileName().toString()) + "&target=" + encoded(target) + more;
        var connection = (HttpURLConnection) URI.create(frames + query).toURL().openConnection();
        try {
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/octet-stream");
            connection.setFixedLengthStreamingMode(Files.size(file));
            try (var out = connection.getOutputStream()) {
                Files.copy(file, out);
            }
            var status = connection.getResponseCode();
            return switch (status) {
                case ACCEPTED -> new Answer.Accepted();
                case DUPLICATE -> new Answer.Duplicate();
                default -> new Answer.Refused(status, ProblemDetail.of(status, error(connection)));
            };
        } finally {
            connection.disconnect(); // or it stays open at both ends, since nobody reads what was answered
        }
    }

    private static byte[] error(HttpURLConnection connection) throws IOException {
        try (var error = connection.getErrorStream()) {
            return error == null ? new byte[0] : error.readAllBytes();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A frame's id: the SHA-256 of its bytes. */
    public static String frameId(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
