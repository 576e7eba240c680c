package io.astrochrome.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.embedded.EmbeddedStore;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.StoreSettings;
import io.astrochrome.storage.StoreUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRecordsTest {
    private static final String KEY = "wishes/M 31.json";
    private static final Wish WISH = new Wish("M 31", 3);

    @TempDir
    Path folder;

    private EmbeddedStore server;
    private MinioObjectStore store;

    private record Wish(String target, int looks) {
        Wish {
            if (looks < 0) {
                throw new IllegalArgumentException("looks must not be negative, not " + looks);
            }
        }
    }

    @BeforeEach
    void start() {
        server = new EmbeddedStore(folder, 0, "access", "secret");
        store = new MinioObjectStore(new StoreSettings(server.endpoint(), "access", "secret"));
        store.ensureBucket();
    }

    @AfterEach
    void stop() throws IOException {
        store.close();
        server.close();
    }

    @Test
    void areFoundAsTheyWereKeptLast() throws EventFormatException {
        assertThat(StoredRecords.find(store, KEY, Wish.class)).isEmpty();

        StoredRecords.keep(store, KEY, new Wish("M 31", 1));
        StoredRecords.keep(store, KEY, WISH);

        assertThat(StoredRecords.find(store, KEY, Wish.class)).contains(WISH);
        assertThat(StoredRecords.findReadable(store, KEY, Wish.class)).contains(WISH);
    }

    @Test
    void sayWhatIsWrongWithWhatIsNone() {
        put("{\"target\": \"M 31\", \"looks\": -1}");

        assertThatThrownBy(() -> StoredRecords.find(store, KEY, Wish.class))
                .isInstanceOf(EventFormatException.class)
                .hasMessageContaining("not a Wish")
                .hasMessageContaining("looks must not be negative, not -1");
        assertThat(StoredRecords.findReadable(store, KEY, Wish.class)).isEmpty();
    }

    @Test
    void areNotReadWhereTheyAreLargerThanIsAskedFor() throws EventFormatException {
        StoredRecords.keep(store, KEY, WISH);
        int bytes = Math.toIntExact(store.stat(KEY).orElseThrow().sizeBytes());

        assertThat(StoredRecords.find(store, KEY, Wish.class, bytes)).contains(WISH);
        assertThatThrownBy(() -> StoredRecords.find(store, KEY, Wish.class, bytes - 1))
                .isInstanceOf(EventFormatException.class)
                .hasMessage("not a Wish: it is larger than " + (bytes - 1) + " bytes");
    }

    @Test
    void areNotKeptWhereNobodyWouldReadThemAgain() {
        assertThatThrownBy(() -> StoredRecords.keep(store, KEY, new Wish("x".repeat(1 << 20), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a Wish of 1048599 bytes")
                .hasMessageEndingWith("is too large: 1048576 at most");
        assertThat(store.stat(KEY)).isEmpty();
    }

    @Test
    void areNotTakenForMissingWhileTheStoreIsAway() throws IOException {
        StoredRecords.keep(store, KEY, WISH);
        server.close();

        assertThatThrownBy(() -> StoredRecords.findReadable(store, KEY, Wish.class))
                .isInstanceOf(StoreUnavailableException.class);
    }

    private void put(String json) {
        store.put(KEY, json.getBytes(StandardCharsets.UTF_8), "application/json");
    }
}
