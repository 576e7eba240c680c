package io.astrochrome.storage;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;

/** Calls the client and says what went wrong in the port's terms. */
final class StoreCalls {
    private static final String NO_SUCH_BUCKET = "NoSuchBucket";

    private final StoreSettings settings;

    StoreCalls(StoreSettings settings) {
        this.settings = settings;
    }

    /** What the client does; everything that it throws is checked. */
    @FunctionalInterface
    interface Call<T> {
        T get() throws MinioException, IOException, GeneralSecurityException;
    }

    <T> T call(String bucket, String key, Call<T> call) {
        try {
            return call.get();
        } catch (ErrorResponseException e) {
            if (isMissing(e)) {
                throw new ObjectMissingException(bucket, key);
            }
            throw unavailable("answers " + e.errorResponse().code(), e);
        } catch (MinioException | IOException | GeneralSecurityException e) {
            throw unavailable("does not answer", e);
        }
    }

    /** A call that writes; where the bucket is missing it is made, and the call repeated once. */
    void making(Runnable bucket, String key, Call<?> call) {
        try {
            call(settings.bucket(), key, call);
        } catch (StoreUnavailableException e) {
            if (!(e.getCause() instanceof ErrorResponseException response)
                    || !NO_SUCH_BUCKET.equals(response.errorResponse().code())) {
                throw e;
            }
            bucket.run();
            call(settings.bucket(), key, call);
        }
    }

    /** A bucket that is missing is not yet made or misspelt: no reason to give up its objects. */
    private static boolean isMissing(ErrorResponseException e) {
        String code = e.errorResponse().code();
        return "NoSuchKey".equals(code) || "NoSuchObject".equals(code);
    }

    private StoreUnavailableException unavailable(String what, Exception cause) {
        String message = "the object store at " + settings.endpoint() + " " + what + ": " + cause.getMessage();
        return new StoreUnavailableException(message, cause);
    }

    /** A stream whose failures are the store's, so that they are not taken for those of the file written to. */
    InputStream reading(String key, InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                try {
                    return in.read();
                } catch (IOException e) {
                    throw unavailable("broke off object " + key, e);
                }
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    return in.read(bytes, offset, length);
                } catch (IOException e) {
                    throw unavailable("broke off object " + key, e);
                }
            }
        };
    }
}
