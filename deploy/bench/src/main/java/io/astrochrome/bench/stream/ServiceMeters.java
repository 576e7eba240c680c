package io.astrochrome.bench.stream;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What a service holds, as it says at {@code /q/metrics}.
 *
 * @param heapMebibytes what the last collection of the whole heap left of it
 * @param nativeMebibytes resident memory beside what the JVM has committed
 * @param files that are open, connections among them
 */
record ServiceMeters(double heapMebibytes, double nativeMebibytes, double threads, double files) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    private static final Pattern HEAP = line("jvm_gc_live_data_size_bytes(?:\\{[^}]*\\})?");
    private static final Pattern NATIVE = line("astrochrome_native_memory_bytes(?:\\{[^}]*\\})?");
    private static final Pattern THREADS = line("jvm_threads_live_threads(?:\\{[^}]*\\})?");
    private static final Pattern FILES = line("process_files_open_files(?:\\{[^}]*\\})?");

    /**
     * Asks a service.
     *
     * @throws IOException where it does not tell
     */
    static ServiceMeters of(URI service) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve("/q/metrics"))
                .timeout(PATIENCE)
                .header("Accept", "text/plain")
                .build();
        var answer = CLIENT.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException(service + " answers with " + answer.statusCode());
        }
        return of(answer.body());
    }

    /** Of a page in Prometheus' text format; what it does not say is not a number. */
    static ServiceMeters of(String page) {
        return new ServiceMeters(
                sum(HEAP, page) / BYTES_PER_MEBIBYTE,
                sum(NATIVE, page) / BYTES_PER_MEBIBYTE,
                sum(THREADS, page),
                sum(FILES, page));
    }

    private static Pattern line(String series) {
        return Pattern.compile("(?m)^" + series + " (\\S+)$");
    }

    private static double sum(Pattern series, String page) {
        return series.matcher(page)
                .results()
                .mapToDouble(line -> Double.parseDouble(line.group(1)))
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }
}
