package io.astrochrome.events.topic;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whoever reads and writes topics: the services, and programs that somebody starts beside them. */
public enum TopicClient {
    /** Takes frames in. */
    INGEST("ingest-service", "ingest", "ingest"),
    /** Turns frames into tensors. */
    PREPROCESS("preprocess-service", "preprocess", "preprocess"),
    /** Trains models. */
    TRAINER("trainer-service", "trainer", "trainer"),
    /** Colours frames. */
    COLORIZE("colorize-service", "colorize", "colorize"),
    /** Scores, decides and shows. */
    METRICS("metrics-service", "metrics", "metrics"),
    /** {@code ./run replay}: colours past frames again, in colorize-service's image and with its rights. */
    REPLAY("replay", "`./run replay`", "colorize"),
    /** {@code ./run replay dead-letters}: puts dead letters back from the shell, as metrics-service does from the page. */
    DEAD_LETTERS("dead-letters", "`./run replay dead-letters`", "metrics"),
    /** {@code ./run prune}: finds what records on the log refer to, so that it is kept. */
    PRUNE("prune", "`./run prune`", "prune"),
    /** {@code ./run demo}: sees what becomes of the frames that it sends, also for {@code ./run bench}. */
    DEMO("demo", "`./run demo`", null),
    /** {@code ./run bench}: changes models, and writes what is none of the records. */
    BENCH("bench", "`./run bench`", null);

    private final String clientName;
    private final String title;
    private final @Nullable String user;

    TopicClient(String clientName, String title, @Nullable String user) {
        this.clientName = clientName;
        this.title = title;
        this.user = user;
    }

    /** Its name, a service's application name. */
    public String clientName() {
        return clientName;
    }

    /** What pages call it, in Markdown. */
    public String title() {
        return title;
    }

    /** The Kafka user whose rights it has where there are rights; null for one that runs on one machine only. */
    public @Nullable String user() {
        return user;
    }

    /** Whether it is a service. */
    public boolean isService() {
        return clientName.endsWith("-service");
    }

    /** The services, in the order of a frame's way. */
    public static List<TopicClient> services() {
        return Arrays.stream(values()).filter(TopicClient::isService).toList();
    }

    /**
     * The client of that name.
     *
     * @throws IllegalArgumentException where the table of topics has none
     */
    public static TopicClient named(String name) {
        return Arrays.stream(values())
                .filter(client -> client.clientName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " has no place in the table of topics: it reads and writes none"));
    }
}
