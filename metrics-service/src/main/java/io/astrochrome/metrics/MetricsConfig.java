package io.astrochrome.metrics;

import io.astrochrome.metrics.decisions.ModelsConfig;
import io.astrochrome.metrics.gate.GateConfig;
import io.astrochrome.metrics.retraining.RetrainingConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What an operator can set; the README lists the keys. Durations are ISO-8601, sizes bytes. */
@ConfigMapping(prefix = "astrochrome.metrics")
public interface MetricsConfig {
    /** Where the page's uploads go: the ingest-service's address. */
    @WithDefault("http://127.0.0.1:8081")
    URI ingestUrl();

    /** How long a consumer may stand still before the health check is red. */
    @WithDefault("PT1M")
    Duration stallLimit();

    /** The join of coloured frames with the truth. */
    Scoring scoring();

    /** What the page remembers. */
    Feed feed();

    /** What the page is shown. */
    Pictures pictures();

    /** Whose lag is metered. */
    Lag lag();

    /** The models that there are from the start. */
    ModelsConfig models();

    /** When a new model may take the champion's place. */
    GateConfig gate();

    /** When the trainer is asked for a new model, and when a new champion has to go. */
    RetrainingConfig retraining();

    /** The join of coloured frames with the truth. */
    interface Scoring {
        /** Kafka Streams' application id: consumer group, and prefix of its changelog topics. */
        @WithDefault("metrics-service")
        String applicationId();

        /** Where Kafka Streams keeps its lock and its checkpoint; one folder per instance. */
        Path stateDirectory();

        /** How many of the newest frames the join remembers, for each partition. */
        @WithDefault("20000")
        int rememberedFrames();
    }

    /** What the page remembers. */
    interface Feed {
        /** How many of the newest coloured frames are kept, and read from the log at start. */
        @WithDefault("500")
        int frames();

        /** How many of the newest dead letters are kept. */
        @WithDefault("200")
        int deadLetters();

        /** How many of the newest training runs are kept. */
        @WithDefault("12")
        int trainingRuns();

        /** How many of the newest events of each partition of {@code training.v1} are read at start. */
        @WithDefault("4000")
        int trainingEvents();

        /** How often a word is sent down an open event stream, so that a dead connection is noticed. */
        @WithDefault("PT15S")
        Duration keepAlive();
    }

    /** Whose lag is metered. */
    interface Lag {
        /** The consumer groups. */
        @WithDefault("preprocess-service,colorize-service,metrics-service,trainer-service,trainer-service-requests")
        List<String> groups();

        /** How often the broker is asked. */
        @WithDefault("PT10S")
        Duration every();
    }

    /** What the page is shown. */
    interface Pictures {
        /** Longer side of the feed's small pictures, in px. */
        @WithDefault("640")
        int thumbnailSide();

        /** Memory for small and grey pictures that were made already. */
        @WithDefault("16777216")
        long cacheBytes();

        /** A preview of more bytes is not decoded. */
        @WithDefault("33554432")
        long maxPreviewBytes();
    }
}
