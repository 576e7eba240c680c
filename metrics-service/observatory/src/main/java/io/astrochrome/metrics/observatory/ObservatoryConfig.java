package io.astrochrome.metrics.observatory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The page. */
@ConfigMapping(prefix = "astrochrome.metrics")
public interface ObservatoryConfig {
    /** Where the page's uploads go: the ingest-service's address. */
    @WithDefault("http://127.0.0.1:8081")
    URI ingestUrl();

    /** What the page remembers. */
    Feed feed();

    /** What the page remembers. */
    interface Feed {
        /** How many of the newest coloured frames are kept, and read from the log at start. */
        @WithDefault("500")
        int frames();

        /** How many of the newest dead letters are kept. */
        @WithDefault("200")
        int deadLetters();
    }
}
