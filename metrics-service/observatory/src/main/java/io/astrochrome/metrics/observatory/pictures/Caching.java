package io.astrochrome.metrics.observatory.pictures;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What browsers are told about keeping pictures. */
final class Caching {
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    private Caching() {}

    /** The address names its content. */
    static Response.ResponseBuilder immutable(Response.ResponseBuilder response, String tag) {
        return response.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, FOR_EVER);
    }

    static Response notModified(String tag) {
        return immutable(Response.notModified(), tag).build();
    }
}
