package io.astrochrome.platform.meters;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many values the meters' labels may have, where a site has more than is usual. */
@ConfigMapping(prefix = "astrochrome.meters")
interface MeterBounds {
    /** How many targets have meters of their own; the rest are counted as {@code other}. */
    @WithDefault("50")
    int maxTargets();

    /** As {@link #maxTargets()}, for models. */
    @WithDefault("20")
    int maxModels();
}
