package io.astrochrome.storage;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.MinioClient;
import io.minio.Xml;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.MinioException;
import io.minio.http.Method;
import io.minio.messages.ErrorResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Puts objects in one request each, streamed from where they lie. The MinIO client's own way holds a part of up to 30 MiB
 * in memory, at both ends, and hashes it three times more, which cost as much as composing the picture. The request is
 * signed, its bytes are not: the store compares their CRC-32, which is signed, with what has arrived, and every reader
 * their SHA-256 with the reference. Thread-safe.
 */
final class Uploader {
    private static final String CHECKSUM = "x-amz-checksum-crc32";
    private static final int SIGNED_FOR_MINUTES = 15;
    private static final int MOST_OF_AN_ANSWER = 1 << 16;

    private final StoreSettings settings;
    private final MinioClient client;
    private final OkHttpClient http;

    Uploader(StoreSettings settings, MinioClient client, OkHttpClient http) {
        this.settings = settings;
        this.client = client;
        this.http = http;
    }

    /** Sends the bytes; returns when the store has them as an object. */
    String put(String key, Upload upload) throws MinioException, IOException, GeneralSecurityException {
        String crc = Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(Integer.BYTES)
                        .putInt(upload.crc32())
                        .array());
        String address = client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(Method.PUT)
                .bucket(settings.bucket())
                .object(key)
                .expiry(SIGNED_FOR_MINUTES, TimeUnit.MINUTES)
                .extraHeaders(Map.of(CHECKSUM, crc))
                .build());
        Request request = new Request.Builder()
                .url(address)
                .header(CHECKSUM, crc)
                .put(upload.body())
                .build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw refused(response);
            }
        }
        return key;
    }

    private static MinioException refused(Response response) throws IOException, MinioException {
        String answer;
        try (ResponseBody body = response.peekBody(MOST_OF_AN_ANSWER)) {
            answer = body.string();
        }
        if (!answer.contains("<Error>")) {
            return new InvalidResponseException(response.code(), response.header("Content-Type"), answer, "");
        }
        return new ErrorResponseException(Xml.unmarshal(ErrorResponse.class, answer), response, "");
    }
}
