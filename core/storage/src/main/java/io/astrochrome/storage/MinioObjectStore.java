package io.astrochrome.storage;

import io.astrochrome.events.ObjectReference;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.messages.Item;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * An object store that speaks S3, through the MinIO client. Thread-safe; connections are pooled. A bucket that is missing
 * when something is put is made then, so that a service may start before the store does. Memory: a file is streamed, never
 * held whole.
 */
public final class MinioObjectStore implements ObjectStore, AutoCloseable {
    private final StoreSettings settings;
    private final OkHttpClient http;
    private final MinioClient client;
    private final StoreCalls calls;
    private final Uploader uploader;

    /** Connects lazily: making one does not talk to the store. */
    public MinioObjectStore(StoreSettings settings) {
        this.settings = settings;
        http = http(settings);
        client = MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(http)
                .build();
        calls = new StoreCalls(settings);
        uploader = new Uploader(settings, client, http);
    }

    /** However many callers there are: a request that had to wait for another would be made on the other's thread. */
    private static Dispatcher onCallersThread() {
        var dispatcher = new Dispatcher(new CallersThread());
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return dispatcher;
    }

    private static OkHttpClient http(StoreSettings settings) {
        var http = new OkHttpClient.Builder()
                .dispatcher(onCallersThread())
                .socketFactory(new PromptSockets(
                        "https".equalsIgnoreCase(settings.endpoint().getScheme())))
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.requestTimeout())
                .writeTimeout(settings.requestTimeout());
        settings.caFile()
                .map(StoreTrust::of)
                .ifPresent(trust -> http.sslSocketFactory(trust.sockets(), trust.manager()));
        return http.build();
    }

    @Override
    public ObjectReference put(String key, Path file, String mediaType) {
        return put(key, Upload.of(file, mediaType));
    }

    @Override
    public ObjectReference put(String key, byte[] bytes, String mediaType) {
        return put(key, Upload.of(bytes, mediaType));
    }

    ObjectReference put(String key, Upload upload) {
        calls.making(this::ensureBucket, key, () -> uploader.put(key, upload));
        return new ObjectReference(settings.bucket(), key, upload.sizeBytes(), upload.sha256());
    }

    @Override
    public void fetch(ObjectReference reference, Path into) {
        Path folder = into.toAbsolutePath().getParent();
        try {
            Path part = Files.createTempFile(folder, ".fetch-", ".part");
            try {
                try (OutputStream out = Files.newOutputStream(part)) {
                    copyVerified(reference, out);
                }
                Files.move(part, into, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(into + " cannot be written", e);
        }
    }

    @Override
    public byte[] fetch(ObjectReference reference) {
        var bytes = new ByteArrayOutputStream(Math.toIntExact(reference.sizeBytes()));
        copyVerified(reference, bytes);
        return bytes.toByteArray();
    }

    private void copyVerified(ObjectReference reference, OutputStream out) {
        try (InputStream in = get(reference.bucket(), reference.key(), null, null)) {
            VerifiedCopy.copy(reference, calls.reading(reference.key(), in), out);
        } catch (IOException e) {
            throw new UncheckedIOException("object " + reference.key() + " cannot be written", e);
        }
    }

    @Override
    public Optional<StoredObject> stat(String key) {
        try {
            StatObjectResponse response = calls.call(
                    settings.bucket(),
                    key,
                    () -> client.statObject(StatObjectArgs.builder()
                            .bucket(settings.bucket())
                            .object(key)
                            .build()));
            return Optional.of(new StoredObject(
                    settings.bucket(),
                    key,
                    response.size(),
                    response.contentType(),
                    response.lastModified().toInstant()));
        } catch (ObjectMissingException e) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(String key) {
        return calls.reading(key, get(settings.bucket(), key, null, null));
    }

    @Override
    public InputStream open(String key, long offset, long length) {
        return calls.reading(key, get(settings.bucket(), key, offset, length));
    }

    private InputStream get(String bucket, String key, @Nullable Long offset, @Nullable Long length) {
        return calls.call(
                bucket,
                key,
                () -> client.getObject(GetObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .offset(offset)
                        .length(length)
                        .build()));
    }

    @Override
    public void delete(String key) {
        try {
            calls.call(settings.bucket(), key, () -> {
                client.removeObject(RemoveObjectArgs.builder()
                        .bucket(settings.bucket())
                        .object(key)
                        .build());
                return key;
            });
        } catch (ObjectMissingException e) {
            return; // what is to be gone is gone
        }
    }

    @Override
    public Stream<String> list(String prefix) {
        return listed(prefix).map(ListedObject::key);
    }

    @Override
    public Stream<ListedObject> listed(String prefix) {
        var pages = client.listObjects(ListObjectsArgs.builder()
                .bucket(settings.bucket())
                .prefix(prefix)
                .recursive(true)
                .build());
        return StreamSupport.stream(pages.spliterator(), false)
                .map(item -> calls.call(settings.bucket(), prefix, () -> listed(item.get())));
    }

    private static ListedObject listed(Item item) {
        return new ListedObject(
                item.objectName(), item.size(), item.lastModified().toInstant());
    }

    @Override
    public void ensureBucket() {
        calls.call(settings.bucket(), "", () -> {
            if (!client.bucketExists(
                    BucketExistsArgs.builder().bucket(settings.bucket()).build())) {
                client.makeBucket(
                        MakeBucketArgs.builder().bucket(settings.bucket()).build());
            }
            return settings.bucket();
        });
    }

    /** Gives up the pooled connections. */
    @Override
    public void close() {
        http.connectionPool().evictAll();
    }

    @Override
    public String toString() {
        return "object store at " + settings;
    }
}
