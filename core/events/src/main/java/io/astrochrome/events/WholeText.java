package io.astrochrome.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts of JSON that are made of whole characters. JSON can escape one half of a character that takes two (RFC 8259, section
 * 8.2); such a text has no bytes in UTF-8, so that nobody could write it down again: it is refused where it comes in.
 */
public final class WholeText extends StdScalarDeserializer<String> {
    /** Why it is refused. */
    public static final String HALF = "it has half of a character";

    private WholeText() {
        super(String.class);
    }

    /** For a mapper that reads what strangers write: values, and the names in maps. */
    public static Module module() {
        return new SimpleModule("whole-text")
                .addDeserializer(String.class, new WholeText())
                .addKeyDeserializer(String.class, new Key());
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return whole(StringDeserializer.instance.deserialize(parser, context), context);
    }

    private static @Nullable String whole(@Nullable String text, DeserializationContext context) throws IOException {
        if (text != null && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw context.weirdStringException(text, String.class, HALF);
        }
        return text;
    }

    /** A name in a map. */
    private static final class Key extends KeyDeserializer {
        @Override
        public @Nullable Object deserializeKey(String name, DeserializationContext context) throws IOException {
            return whole(name, context);
        }
    }
}
