package io.astrochrome.metrics.observatory.pictures;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.platform.problem.Problem;
import io.astrochrome.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Objects of the store as HTTP answers, streamed, whole or by range. Bytes are as the store has them, unverified; the
 * entity tag is the SHA-256 that they must have.
 */
@ApplicationScoped
class ObjectDownload {
    private static final String ACCEPT_RANGES = "Accept-Ranges";

    private final ObjectStore store;

    ObjectDownload(ObjectStore store) {
        this.store = store;
    }

    /** For showing. */
    Response inline(ObjectReference object, String mediaType, @Nullable String knownTag, @Nullable String range) {
        return answer(object, mediaType, "inline", knownTag, range);
    }

    /** For saving under that name. */
    Response attached(
            ObjectReference object,
            String mediaType,
            String fileName,
            @Nullable String knownTag,
            @Nullable String range) {
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return answer(object, mediaType, "attachment; filename*=UTF-8''" + encoded, knownTag, range);
    }

    private Response answer(
            ObjectReference object,
            String mediaType,
            String disposition,
            @Nullable String knownTag,
            @Nullable String range) {
        String tag = "\"" + object.sha256() + "\"";
        if (tag.equals(knownTag)) {
            return Caching.notModified(tag);
        }
        ByteRange.Wish wish = ByteRange.wish(range, object.sizeBytes());
        if (wish instanceof ByteRange.Wish.Unsatisfiable) {
            return new Problem(
                            Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE,
                            "the object has " + object.sizeBytes() + " bytes, and none of those asked for")
                    .response()
                    .header("Content-Range", "bytes */" + object.sizeBytes())
                    .build();
        }
        Response.ResponseBuilder response;
        if (wish instanceof ByteRange.Wish.Part part) {
            ByteRange bytes = part.range();
            response = Response.status(Response.Status.PARTIAL_CONTENT)
                    .entity(store.open(object.key(), bytes.first(), bytes.length()))
                    .header("Content-Range", bytes.of(object.sizeBytes()))
                    .header(HttpHeaders.CONTENT_LENGTH, bytes.length());
        } else {
            response = Response.ok(store.open(object.key())).header(HttpHeaders.CONTENT_LENGTH, object.sizeBytes());
        }
        return Caching.immutable(response.type(mediaType), tag)
                .header(ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .build();
    }
}
