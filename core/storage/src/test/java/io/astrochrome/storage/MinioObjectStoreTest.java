package io.astrochrome.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.embedded.EmbeddedStore;
import io.astrochrome.events.ObjectReference;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MinioObjectStoreTest {
    private static final byte[] FRAME = "a frame of the sky".getBytes(StandardCharsets.UTF_8);
    private static final String FITS = "image/fits";

    @TempDir
    static Path storeDir;

    @TempDir
    Path folder;

    private static EmbeddedStore server;
    private MinioObjectStore store;

    @BeforeAll
    static void startServer() {
        server = new EmbeddedStore(storeDir, 0, "access", "secret");
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void connect() {
        store = new MinioObjectStore(new StoreSettings(server.endpoint(), "access", "secret"));
    }

    @AfterEach
    void disconnect() {
        store.close();
    }

    @Test
    void answersManyCallersAtOnceOnTheirOwnThreads() throws Exception {
        ObjectReference frame = store.put("many/frame", FRAME, FITS);
        int callers = 24;
        CyclicBarrier together = new CyclicBarrier(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<byte[]>> answers = IntStream.range(0, callers)
                    .mapToObj(caller -> threads.submit(() -> {
                        together.await();
                        try (InputStream in = store.open(frame.key())) {
                            return in.readAllBytes();
                        }
                    }))
                    .toList();
            for (Future<byte[]> answer : answers) {
                assertThat(answer.get()).isEqualTo(FRAME);
            }
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("OkHttp Dispatcher"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void makesItsBucketWhenSomethingIsPut() {
        StoreSettings settings = new StoreSettings(
                server.endpoint(),
                "access",
                "secret",
                "made-when-needed",
                StoreSettings.DEFAULT_REGION,
                StoreSettings.DEFAULT_CONNECT_TIMEOUT,
                StoreSettings.DEFAULT_REQUEST_TIMEOUT);
        try (MinioObjectStore fresh = new MinioObjectStore(settings)) {
            ObjectReference reference = fresh.put("first", FRAME, FITS);

            assertThat(reference.bucket()).isEqualTo("made-when-needed");
            assertThat(fresh.fetch(reference)).isEqualTo(FRAME);
            fresh.ensureBucket();
        }
    }

    @Test
    void givesBackWhatWasPutTwice() {
        ObjectReference first = store.put("twice", FRAME, FITS);
        ObjectReference second = store.put("twice", FRAME, FITS);

        assertThat(second).isEqualTo(first);
        assertThat(first.sizeBytes()).isEqualTo(FRAME.length);
        assertThat(first.sha256()).isEqualTo(Sha256.of(FRAME));
        assertThat(store.fetch(first)).isEqualTo(FRAME);
        assertThat(store.stat("twice")).hasValueSatisfying(object -> {
            assertThat(object.sizeBytes()).isEqualTo(FRAME.length);
            assertThat(object.mediaType()).isEqualTo(FITS);
        });
    }

    @Test
    void bringsAFileOfManyPartsThroughUnchanged() throws IOException {
        byte[] large = new byte[40 << 20];
        new Random(1).nextBytes(large);
        Path file = Files.write(folder.resolve("large.fits"), large);

        ObjectReference reference = store.put("large", file, FITS);
        Path fetched = folder.resolve("fetched.fits");
        store.fetch(reference, fetched);

        assertThat(Files.mismatch(file, fetched)).isEqualTo(-1);
        assertThat(reference.sha256()).isEqualTo(Sha256.of(large));
    }

    @Test
    void makesItsBucketForAFileThatDoesNotFitIntoTheSocketsEither() throws IOException {
        Path file = Files.write(folder.resolve("large.fits"), new byte[40 << 20]);
        StoreSettings settings = new StoreSettings(
                server.endpoint(),
                "access",
                "secret",
                "made-for-a-large-file",
                StoreSettings.DEFAULT_REGION,
                StoreSettings.DEFAULT_CONNECT_TIMEOUT,
                StoreSettings.DEFAULT_REQUEST_TIMEOUT);
        try (MinioObjectStore fresh = new MinioObjectStore(settings)) {
            ObjectReference reference = fresh.put("large", file, FITS);

            assertThat(fresh.stat("large"))
                    .hasValueSatisfying(object -> assertThat(object.sizeBytes()).isEqualTo(reference.sizeBytes()));
        }
    }

    @Test
    void storesNothingOfAFileThatChangesOnItsWay() throws IOException {
        store.ensureBucket();
        Path file = Files.write(folder.resolve("changing.fits"), FRAME);
        Upload promised = Upload.of(file, FITS);
        byte[] other = FRAME.clone();
        other[3] ^= 1;
        Files.write(file, other);

        assertThatThrownBy(() -> store.put("changing", promised))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("BadDigest");
        assertThat(store.stat("changing")).isEmpty();
    }

    @Test
    void takesKeysThatAddressesHaveToEscape() {
        String key = "folder/NGC 7000 & friends+(1) ü.fits";

        assertThat(store.fetch(store.put(key, FRAME, FITS))).isEqualTo(FRAME);
        assertThat(store.list("folder/")).containsExactly(key);
    }

    @Test
    void storesNothingAtAllAsAnObject() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));

        assertThat(store.fetch(store.put("empty", empty, FITS))).isEmpty();
    }

    @Test
    void refusesAnObjectWhoseBytesWereAltered() {
        ObjectReference promised = store.put("altered", FRAME, FITS);
        byte[] other = FRAME.clone();
        other[3] ^= 1;
        store.put("altered", other, FITS);

        assertThatThrownBy(() -> store.fetch(promised))
                .isInstanceOf(ObjectAlteredException.class)
                .hasMessageContaining("altered has SHA-256");
        Path into = folder.resolve("into.fits");
        assertThatThrownBy(() -> store.fetch(promised, into)).isInstanceOf(ObjectAlteredException.class);
        assertThat(folder).as("nothing half-fetched is left").isEmptyDirectory();
    }

    @Test
    void refusesAnObjectThatHasGrownOrShrunk() {
        ObjectReference promised = store.put("resized", FRAME, FITS);

        store.put("resized", new byte[FRAME.length + 1], FITS);
        assertThatThrownBy(() -> store.fetch(promised)).hasMessageContaining("longer than the 18 bytes promised");
        store.put("resized", new byte[FRAME.length - 1], FITS);
        assertThatThrownBy(() -> store.fetch(promised)).hasMessageContaining("has 17 bytes, not 18");
    }

    @Test
    void saysThatAnObjectIsMissing() {
        store.ensureBucket();
        ObjectReference gone = new ObjectReference(StoreSettings.DEFAULT_BUCKET, "gone", 1, Sha256.of(FRAME));

        assertThatThrownBy(() -> store.fetch(gone))
                .isInstanceOf(ObjectMissingException.class)
                .hasMessage("there is no object gone in bucket astrochrome");
        assertThatThrownBy(() -> store.open("gone")).isInstanceOf(ObjectMissingException.class);
        assertThat(store.stat("gone")).isEmpty();
        store.delete("gone");
    }

    @Test
    void readsARangeOfAnObject() throws IOException {
        store.put("range", FRAME, FITS);

        try (InputStream in = store.open("range", 2, 5)) {
            assertThat(in.readAllBytes()).isEqualTo("frame".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void listsKeysByPrefixAndForgetsDeletedOnes() {
        store.put("list/a", FRAME, FITS);
        store.put("list/sub/b", FRAME, FITS);
        store.put("other/c", FRAME, FITS);

        assertThat(store.list("list/")).containsExactly("list/a", "list/sub/b");
        assertThat(store.listed("list/a")).singleElement().satisfies(listed -> {
            assertThat(listed.sizeBytes()).isEqualTo(FRAME.length);
            assertThat(listed.lastModified())
                    .isEqualTo(store.stat("list/a").orElseThrow().lastModified());
        });
        store.delete("list/a");
        assertThat(store.list("list/")).containsExactly("list/sub/b");
    }

    @Test
    void refusesAWrongKeyAsAStoreThatIsNotToBeHad() {
        try (MinioObjectStore stranger =
                new MinioObjectStore(new StoreSettings(server.endpoint(), "access", "wrong"))) {
            assertThatThrownBy(() -> stranger.put("x", FRAME, FITS))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("SignatureDoesNotMatch");
        }
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            freePort = socket.getLocalPort();
        }
        try (MinioObjectStore nobody = new MinioObjectStore(settings(freePort))) {
            assertThatThrownBy(() -> nobody.put("x", FRAME, FITS)).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> nobody.stat("x")).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> nobody.list("").count()).isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void doesNotWaitForeverForAStoreThatAcceptsAndSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                MinioObjectStore waiting = new MinioObjectStore(settings(silent.getLocalPort()))) {
            assertThatThrownBy(() -> waiting.stat("x"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageMatching(".* does not answer: .*(timeout|timed out).*");
        }
    }

    private static StoreSettings settings(int port) {
        return new StoreSettings(
                URI.create("http://127.0.0.1:" + port),
                "access",
                "secret",
                "bucket",
                StoreSettings.DEFAULT_REGION,
                Duration.ofMillis(500),
                Duration.ofMillis(500));
    }
}
