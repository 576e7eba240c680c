package io.astrochrome.metrics.observatory.pictures;

import io.astrochrome.events.FrameStack;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.PictureReferences;
import io.astrochrome.metrics.observatory.feed.Colouring;
import io.astrochrome.metrics.observatory.feed.FeedItem;
import io.astrochrome.metrics.observatory.feed.Gallery;
import io.astrochrome.platform.problem.Problem;
import io.astrochrome.storage.ObjectAlteredException;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.StoreUnavailableException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a frame by a model. What can be asked for is what the gallery refers to: no part of an address becomes
 * an object's key. Everything is named by content hashes, so that browsers keep it for ever.
 */
@Path("/api/pictures/{frameId}/{modelId}")
class PictureResource {
    private final Gallery gallery;
    private final DerivedPictures derived;
    private final ObjectDownload download;
    private final MeasuredMask masks;

    PictureResource(Gallery gallery, DerivedPictures derived, ObjectDownload download, MeasuredMask masks) {
        this.gallery = gallery;
        this.derived = derived;
        this.download = download;
        this.masks = masks;
    }

    /** A picture: {@code preview.jpg}, {@code grey.jpg}, {@code thumbnail.jpg}, {@code colour.png}, {@code original}… */
    @GET
    @Path("{name}")
    public Response picture(
            @PathParam("frameId") String frameId,
            @PathParam("modelId") String modelId,
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known,
            @HeaderParam("Range") @Nullable String range)
            throws IOException {
        Optional<FeedItem> item = gallery.find(frameId, modelId);
        if (item.isEmpty()) {
            return missing("the gallery has no frame " + frameId + " by model " + modelId);
        }
        Colouring colouring = Objects.requireNonNull(item.get().colouring(), "found by its model");
        PictureReferences pictures = colouring.pictures();
        Optional<DerivedPicture> kind = Arrays.stream(DerivedPicture.values())
                .filter(k -> k.fileName().equals(name))
                .findFirst();
        if (kind.isPresent()) {
            return derived(pictures.preview(), kind.get(), known);
        }
        String stem = stem(item.get().frame().fileName());
        return switch (name) {
            case "mask.png" -> mask(colouring.stack(), known);
            case "preview.jpg" -> download.inline(pictures.preview(), "image/jpeg", known, range);
            case "colour.png" -> attached(pictures.png(), "image/png", stem + ".png", known, range);
            case "colour.fits" -> attached(pictures.fits(), "image/fits", stem + ".fits", known, range);
            case "original" ->
                attached(
                        item.get().frame().object(),
                        MediaType.APPLICATION_OCTET_STREAM,
                        item.get().frame().fileName(),
                        known,
                        range);
            default -> missing("there is no picture named " + name);
        };
    }

    private Response derived(ObjectReference preview, DerivedPicture kind, @Nullable String known) throws IOException {
        String tag = "\"" + preview.sha256() + "-" + kind.fileName() + "\"";
        if (tag.equals(known)) {
            return Caching.notModified(tag);
        }
        return Caching.immutable(Response.ok(derived.make(preview, kind), "image/jpeg"), tag)
                .build();
    }

    private Response mask(@Nullable FrameStack stack, @Nullable String known) throws IOException {
        if (stack == null) {
            return missing("the frame is a single exposure, so that all of its colours are a guess");
        }
        String tag = "\"" + stack.colours().sha256() + "-mask\"";
        return tag.equals(known)
                ? Caching.notModified(tag)
                : Caching.immutable(Response.ok(masks.make(stack.colours()), "image/png"), tag)
                        .build();
    }

    private Response attached(
            @Nullable ObjectReference object,
            String mediaType,
            String fileName,
            @Nullable String known,
            @Nullable String range) {
        return object == null
                ? missing("the frame was not FITS, so that there is none")
                : download.attached(object, mediaType, fileName, known, range);
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return (dot > 0 ? fileName.substring(0, dot) : fileName) + "-colour";
    }

    private static Response missing(String why) {
        return refused(Response.Status.NOT_FOUND, why);
    }

    @ServerExceptionMapper
    Response gone(ObjectMissingException e) {
        return missing("the object store no longer has it");
    }

    @ServerExceptionMapper
    Response altered(ObjectAlteredException e) {
        return refused(Response.Status.BAD_GATEWAY, "the object in the store is not the one that was written");
    }

    @ServerExceptionMapper
    Response unavailable(StoreUnavailableException e) {
        return refused(Response.Status.SERVICE_UNAVAILABLE, "the object store does not answer");
    }

    private static Response refused(Response.Status status, String why) {
        return new Problem(status, why).response().build();
    }
}
