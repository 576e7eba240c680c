package io.astrochrome.metrics.observatory;

import io.astrochrome.embedded.EmbeddedStore;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;

/** An object store in this JVM, of objects in a folder. */
public final class TestStore implements AutoCloseable {
    private static final String ACCESS = "access";
    private static final String SECRET = "secret";

    private final EmbeddedStore server;
    private final MinioObjectStore store;

    public TestStore(Path folder) {
        server = new EmbeddedStore(folder, 0, ACCESS, SECRET);
        store = new MinioObjectStore(new StoreSettings(server.endpoint(), ACCESS, SECRET));
        store.ensureBucket();
    }

    public ObjectStore objects() {
        return store;
    }

    @Override
    public void close() throws IOException {
        store.close();
        server.close();
    }
}
