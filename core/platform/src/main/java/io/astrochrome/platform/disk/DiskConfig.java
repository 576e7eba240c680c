package io.astrochrome.platform.disk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How much room a service needs for files under way. */
@ConfigMapping(prefix = "astrochrome.disk")
interface DiskConfig {
    /** A folder on the disk that is watched; the system's folder for temporary files where none is given. */
    Optional<Path> folder();

    /** With less room on that disk, in bytes, the service says that it is not ready: what it was given waits. */
    @WithDefault("268435456")
    long leastBytes();
}
