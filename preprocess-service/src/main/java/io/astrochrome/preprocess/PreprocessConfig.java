package io.astrochrome.preprocess;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The service's own configuration; {@link PreprocessSettings} checks it. */
@ConfigMapping(prefix = "astrochrome.preprocess")
interface PreprocessConfig {
    /** Short side of a live frame's tensor in px, the one that models are made for. */
    @WithDefault("224")
    int liveSide();

    /** Short side of a training frame's tensor in px. */
    @WithDefault("256")
    int trainingSide();

    /** Side of a validation frame's centre crop in px, a multiple of 32. */
    @WithDefault("224")
    int validationSide();

    /** How linear frames are made visible. */
    StretchKeys stretch();

    /** How much a frame may ask for. */
    Limits limits();

    /** How long a frame may take, waiting for the store included, before the service says that it is not ready. */
    @WithDefault("60s")
    Duration stallAfter();

    /** First pause before a call to a store that is away is repeated; it doubles up to ten seconds. */
    @WithDefault("250ms")
    Duration retryPause();

    /** Where files lie while they are worked on; the system's folder for such where it is not given. */
    Optional<String> workDirectory();

    /** How exposures of a target are stacked. */
    Stack stack();

    /** Stacking. */
    interface Stack {
        /** Whether linear exposures are stacked by target and filter; otherwise each is shown by itself. */
        @WithDefault("true")
        boolean enabled();

        /** Short side of the working grid in px, about which larger exposures are binned to; 0 for their own size. */
        @WithDefault("2048")
        int side();

        /** What filters are called here: role (L, R, G, B, Ha, OIII, SII, dual, IR, unknown) by the filter's name. */
        Map<String, String> filters();

        /**
         * Folder of darks, flats and bias frames, or masters made of them, read at the start: they calibrate the exposures of
         * their size, gain, exposure and filter. Exposures that were stacked keep what they were calibrated by.
         */
        Optional<Path> masters();

        /** Whether a file's name tells its filter where its header names none. */
        @WithDefault("false")
        boolean rolesByName();

        /** Least time between two pictures of a target's stacks; where making one takes long, they are farther apart. */
        @WithDefault("2s")
        Duration pictureEvery();

        /** Exposures between two snapshots of a target's stacks, at most so many are stacked again after a crash. */
        @WithDefault("64")
        int snapshotEvery();

        /** Targets whose stacks are at hand at a time; others are taken up from the store. */
        @WithDefault("2")
        int openNights();
    }

    /** Names of stretches. */
    interface StretchKeys {
        /** For linear grey frames. */
        @WithDefault("midtone-linked")
        String grey();

        /** For linear colour frames. */
        @WithDefault("midtone-unlinked")
        String colour();
    }

    /** Limits of a frame. */
    interface Limits {
        /** Size of a file in bytes. */
        @WithDefault("1073741824")
        long maxBytes();

        /** Width times height. */
        @WithDefault("120000000")
        long maxPixels();

        /** Heap in bytes that decoding one frame may take; three quarters of the heap where it is not given. */
        Optional<Long> maxMemoryBytes();
    }
}
