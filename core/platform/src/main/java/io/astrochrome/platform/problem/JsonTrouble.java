package io.astrochrome.platform.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.astrochrome.events.WholeText;
import java.util.stream.Collectors;

/** Says what is wrong with a body of JSON, in words of whoever has sent it: no classes of ours. */
final class JsonTrouble {
    private JsonTrouble() {}

    static String in(JsonProcessingException e) {
        if (e instanceof ValueInstantiationException refused
                && refused.getCause() instanceof IllegalArgumentException rule) {
            return String.valueOf(rule.getMessage());
        }
        String field = e instanceof JsonMappingException mapping ? path(mapping) : "";
        if (e instanceof InvalidFormatException format && format.getTargetType() == String.class) {
            return "the body's field " + field + " is no text: " + WholeText.HALF;
        }
        if (!field.isEmpty()) {
            return "the body's field " + field + " is not of the kind that is expected there";
        }
        JsonLocation location = e.getLocation();
        return "the body is not the JSON that is expected here"
                + (location == null ? "" : ": see line " + location.getLineNr() + ", column " + location.getColumnNr());
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
