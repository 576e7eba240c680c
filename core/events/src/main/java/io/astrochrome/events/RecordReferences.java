package io.astrochrome.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.tensors.Safetensors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * Which objects a record refers to, whatever record it is: everything in its JSON that has the fields of an
 * {@link ObjectReference}, so that a later event with another reference needs no change here.
 */
public final class RecordReferences {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordReferences() {}

    /**
     * The keys of the objects.
     *
     * @param record JSON, or a safetensors file with an event; null refers to nothing, and so do bytes that are neither
     */
    public static Set<String> keys(byte[] record) {
        try {
            return record == null || record.length == 0 ? Set.of() : readableKeys(record);
        } catch (EventFormatException e) {
            return Set.of(); // nobody can read it, so nobody will ask for an object because of it
        }
    }

    /**
     * The keys of the objects that bytes refer to which must be a record.
     *
     * @throws EventFormatException where they are none
     */
    public static Set<String> readableKeys(byte[] record) throws EventFormatException {
        try {
            Set<String> keys = new HashSet<>();
            collect(json(record), keys);
            return keys;
        } catch (IOException | IllegalArgumentException e) {
            throw new EventFormatException("no record: " + e.getMessage(), e);
        }
    }

    private static JsonNode json(byte[] record) throws IOException {
        if (record[0] == '{') {
            return JSON.readTree(record);
        }
        String event = Safetensors.read(ByteBuffer.wrap(record)).metadata().get(EventCodec.EVENT_KEY);
        return event == null ? JSON.missingNode() : JSON.readTree(event);
    }

    private static void collect(JsonNode node, Set<String> keys) {
        if (node.hasNonNull("bucket") && node.hasNonNull("key") && node.hasNonNull("sha256")) {
            keys.add(node.get("key").asText());
        }
        node.forEach(child -> collect(child, keys));
    }
}
