package io.astrochrome.metrics.observatory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameStack;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.metrics.observatory.feed.Colouring;
import io.astrochrome.metrics.observatory.feed.FeedItem;
import io.astrochrome.metrics.observatory.feed.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link FeedItem} as the page reads it: flat, with addresses of its pictures in place of the store's keys.
 *
 * @param state {@code arrived} or {@code coloured}
 * @param sizeBytes of the frame as it came
 * @param width of the frame in px, 0 while it waits
 * @param latencyMillis from arrival until its colours were stored
 * @param links by name: {@code preview}, {@code thumbnail}, {@code grey}, {@code greyThumbnail}, {@code png}, {@code fits},
 *     {@code original}; {@code mask} where it is a stack's: what is not measured, on transparent ground
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedView(
        String id,
        String state,
        Instant at,
        String frameId,
        String target,
        String fileName,
        String mediaType,
        String purpose,
        String source,
        long sizeBytes,
        @Nullable String palette,
        Map<String, String> labels,
        @Nullable Instant exposedAt,
        Instant ingestedAt,
        int width,
        int height,
        int networkWidth,
        int networkHeight,
        @Nullable StretchApplied stretch,
        @Nullable FrameStack stack,
        @Nullable String modelId,
        @Nullable String modelName,
        @Nullable String executionProvider,
        @Nullable Map<String, Double> stageMillis,
        @Nullable Instant colorizedAt,
        @Nullable Long latencyMillis,
        @Nullable Score score,
        Map<String, String> links) {
    static FeedView of(FeedItem item) {
        FrameIngested frame = item.frame();
        Colouring colouring = item.colouring();
        return new FeedView(
                item.id(),
                item.state().name().toLowerCase(Locale.ROOT),
                item.at(),
                frame.frameId(),
                frame.target(),
                frame.fileName(),
                frame.mediaType(),
                frame.purpose().name().toLowerCase(Locale.ROOT),
                frame.source(),
                frame.object().sizeBytes(),
                colouring != null ? colouring.palette() : frame.palette(),
                frame.labels(),
                frame.exposedAt(),
                frame.ingestedAt(),
                colouring != null ? colouring.geometry().frameWidth() : 0,
                colouring != null ? colouring.geometry().frameHeight() : 0,
                colouring != null ? colouring.geometry().contentWidth() : 0,
                colouring != null ? colouring.geometry().contentHeight() : 0,
                colouring != null ? colouring.stretch() : null,
                colouring != null ? colouring.stack() : null,
                colouring != null ? colouring.modelId() : null,
                colouring != null ? colouring.modelName() : null,
                colouring != null ? colouring.executionProvider() : null,
                colouring != null ? colouring.stageMillis() : null,
                colouring != null ? colouring.colorizedAt() : null,
                colouring != null
                        ? Duration.between(frame.ingestedAt(), colouring.colorizedAt())
                                .toMillis()
                        : null,
                item.score(),
                colouring != null ? links(frame, colouring) : Map.of());
    }

    private static Map<String, String> links(FrameIngested frame, Colouring colouring) {
        String base = "/api/pictures/" + frame.frameId() + "/" + colouring.modelId() + "/";
        // Browsers keep pictures for ever: those of another stack with the same newest exposure have another address.
        String which =
                colouring.stack() == null ? "" : "?stack=" + colouring.stack().stackId();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("preview", base + "preview.jpg" + which);
        links.put("grey", base + "grey.jpg" + which);
        links.put("thumbnail", base + "thumbnail.jpg" + which);
        links.put("greyThumbnail", base + "grey-thumbnail.jpg" + which);
        links.put("png", base + "colour.png" + which);
        if (colouring.stack() != null) {
            links.put("mask", base + "mask.png" + which);
        }
        if (colouring.pictures().fits() != null) {
            links.put("fits", base + "colour.fits" + which);
        }
        links.put("original", base + "original");
        return links;
    }
}
