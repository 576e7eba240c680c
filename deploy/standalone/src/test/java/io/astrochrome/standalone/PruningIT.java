package io.astrochrome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.folder.Settings;
import io.astrochrome.standalone.stack.Home;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.standalone.stack.Stack;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher lets go of what need not be kept. */
class PruningIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration OLD = Duration.ofDays(40);
    private static final String MODEL = "5".repeat(64);

    @TempDir
    private Path folder;

    @Test
    void deletesWhatIsOldAndKeepsTheRest() throws Exception {
        var data = new DataFolder(UnusualPorts.chosenIn(folder.resolve("data")));
        try (var stack = Stack.start(Home.current(), data, EnumSet.noneOf(Service.class), event -> {})) {
            assertThat(stack.awaitReady(PATIENCE)).isTrue();
            var secret = Settings.read(data).get("store.secret-key");
            try (var store =
                    new MinioObjectStore(new StoreSettings(stack.addresses().store(), "astrochrome", secret))) {
                store.ensureBucket();
                var old = put(store, "a");
                var young = put(store, "b");
                age(data, old);

                assertThat(stack.prune())
                        .as(Files.readString(data.logs().resolve("prune.log")))
                        .isZero();

                assertThat(store.stat(old)).isEmpty();
                assertThat(store.stat(young)).isPresent();
            }
        }
    }

    private static String put(MinioObjectStore store, String digit) {
        var key = ObjectKeys.colorized(MODEL, digit.repeat(64), "png");
        store.put(key, new byte[] {1}, "image/png");
        return key;
    }

    /** The store keeps objects as files. */
    private static void age(DataFolder data, String key) throws IOException {
        try (var files = Files.walk(data.store())) {
            for (var file : files.filter(file -> file.endsWith(Path.of(key))).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(OLD)));
            }
        }
    }
}
