package io.astrochrome.events;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A frame has been taken in: its bytes are in the object store. The first event of a frame's life, and its lineage in
 * all that follow.
 *
 * @param frameId SHA-256 of the frame's bytes, 64 lower-case hex digits; the same bytes are the same frame
 * @param target what the telescope pointed at; the Kafka key, so that order is kept per target
 * @param object the frame's bytes
 * @param mediaType such as {@code image/fits} or {@code image/png}
 * @param fileName as the sender named it, without folders; for people, never for paths
 * @param source who took the frame in, such as {@code http}, {@code folder} or {@code cli}
 * @param exposedAt start of the exposure, or null where the frame does not say
 * @param palette the palette asked for: a name, {@code target} (that of the target's own colour frames), {@code none},
 *     {@code like:} and a frame's id, or {@code look:} and a look's name; null where nothing was asked for
 * @param labels what else is known, such as {@code class}, {@code group} or {@code licence} of a training picture
 */
public record FrameIngested(
        String frameId,
        String target,
        ObjectReference object,
        String mediaType,
        String fileName,
        Purpose purpose,
        String source,
        @Nullable Instant exposedAt,
        Instant ingestedAt,
        @Nullable String palette,
        Map<String, String> labels) {
    public FrameIngested {
        Rules.sha256("frameId", frameId);
        Rules.notBlank("target", target);
        Rules.present("object", object);
        Rules.notBlank("mediaType", mediaType);
        Rules.notBlank("fileName", fileName);
        Rules.present("purpose", purpose);
        Rules.notBlank("source", source);
        Rules.present("ingestedAt", ingestedAt);
        labels = labels == null ? Map.of() : Map.copyOf(labels);
    }

    /** The same frame, of which more is known. */
    public FrameIngested withLabel(String name, String value) {
        Map<String, String> more = new HashMap<>(labels);
        more.put(name, value);
        return new FrameIngested(
                frameId, target, object, mediaType, fileName, purpose, source, exposedAt, ingestedAt, palette, more);
    }

    /** The same frame, asking for another palette. */
    public FrameIngested withPalette(@Nullable String other) {
        return new FrameIngested(
                frameId, target, object, mediaType, fileName, purpose, source, exposedAt, ingestedAt, other, labels);
    }
}
