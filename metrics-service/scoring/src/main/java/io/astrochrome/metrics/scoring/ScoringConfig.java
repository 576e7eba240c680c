package io.astrochrome.metrics.scoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** The join of coloured frames with the truth. */
@ConfigMapping(prefix = "astrochrome.metrics.scoring")
public interface ScoringConfig {
    /** Where Kafka Streams keeps its lock and its checkpoint; one folder per instance. */
    Path stateDirectory();

    /** How many of the newest frames the join remembers, for each partition. */
    @WithDefault("20000")
    int rememberedFrames();
}
