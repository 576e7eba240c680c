package io.astrochrome.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.embedded.EmbeddedStore;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.MinioClient;
import io.minio.http.Method;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An object is listed once it is whole, in the embedded store too, which writes files. */
@Timeout(60)
class UnfinishedObjectTest {
    private static final String KEY = "half/frame.fits";
    private static final byte[] HALF = "half a frame".getBytes(StandardCharsets.US_ASCII);
    private static final long LOOK_MILLIS = 10;

    @TempDir
    Path folder;

    private EmbeddedStore server;
    private MinioObjectStore store;

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
    void isListedWhenItHasItsLastByte() throws Exception {
        try (Socket upload = upload()) {
            assertThat(store.list("half/")).isEmpty();

            upload.getOutputStream().write(HALF);
            assertThat(upload.getInputStream().read()).isNotNegative();
            assertThat(store.list("half/")).containsExactly(KEY);
        }
    }

    @Test
    void goesAtTheNextStartWhenItsStoreWasKilled(@TempDir Path copy) throws Exception {
        try (Socket upload = upload()) {
            for (Path file : files()) {
                Path same = copy.resolve(folder.relativize(file).toString());
                Files.createDirectories(same.getParent());
                Files.copy(file, same);
            }
        }

        new EmbeddedStore(copy, 0, "access", "secret").close();

        try (Stream<Path> left = Files.walk(copy.resolve("objects"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    /** Sends half of an object, which is in a file when this comes back. */
    private Socket upload() throws Exception {
        URI address = presigned();
        Socket socket = new Socket(address.getHost(), address.getPort());
        String head = "PUT %s?%s HTTP/1.1\r\nHost: %s:%d\r\nContent-Length: %d\r\n\r\n"
                .formatted(
                        address.getRawPath(),
                        address.getRawQuery(),
                        address.getHost(),
                        address.getPort(),
                        2 * HALF.length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(HALF);
        while (files().stream().noneMatch(file -> file.toString().contains("frame.fits"))) {
            Thread.sleep(LOOK_MILLIS);
        }
        return socket;
    }

    private URI presigned() throws Exception {
        try (MinioClient client = MinioClient.builder()
                .endpoint(server.endpoint().toString())
                .credentials("access", "secret")
                .region(StoreSettings.DEFAULT_REGION)
                .build()) {
            return URI.create(client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(Method.PUT)
                    .bucket(StoreSettings.DEFAULT_BUCKET)
                    .object(KEY)
                    .build()));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
