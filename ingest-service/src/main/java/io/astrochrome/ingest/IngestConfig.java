package io.astrochrome.ingest;

import io.astrochrome.events.Purpose;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may come in, and from where. */
@ConfigMapping(prefix = "astrochrome.ingest")
public interface IngestConfig {
    /** The largest frame, in bytes; a larger one is answered with 413. */
    @WithDefault("536870912")
    long maxFrameBytes();

    /** The largest picture, width times height in px; a larger one is answered with 422. */
    @WithDefault("200000000")
    long maxFramePixels();

    /** Where frames lie while they come in; a folder of its own, emptied at start. Default: a temporary one of the process. */
    Optional<Path> uploadFolder();

    /** Pages that may send frames from a browser, as origins such as {@code http://127.0.0.1:8080}. */
    List<String> corsOrigins();

    /** Palette by target, for frames that ask for none; {@code *} in a target stands for anything. */
    Map<String, String> targetPalettes();

    /** Palette by the name of the folder that a frame was in, for frames that ask for none; it goes before the target's. */
    Map<String, String> folderPalettes();

    /** The watched folder. */
    Watch watch();

    /** Which folder is watched, and what happens to its files. */
    interface Watch {
        /** Watched with all its subfolders; nothing is watched where none is named. */
        Optional<Path> folder();

        /** A file is complete when its size and time have not changed for so long. */
        @WithDefault("5s")
        Duration quietPeriod();

        /** Between two looks at the folder. */
        @WithDefault("2s")
        Duration pollInterval();

        /** {@code remember} leaves files where they are, {@code move} puts them into {@code .processed} or {@code .rejected}. */
        @WithDefault("remember")
        AfterIntake afterIntake();

        /**
         * Whether a subfolder that is called after a filter, such as {@code Ha}, {@code O3} or {@code Red}, tells the filter of its
         * frames whose header names none; it is no target's name then, the folder above it is.
         */
        @WithDefault("false")
        boolean filterFolders();

        /** What the folder's frames are for: {@code live}, {@code train} or {@code validation}. */
        @WithDefault("live")
        Purpose purpose();
    }

    /** What happens to a watched file that has been taken in or refused. */
    enum AfterIntake {
        MOVE,
        REMEMBER
    }
}
