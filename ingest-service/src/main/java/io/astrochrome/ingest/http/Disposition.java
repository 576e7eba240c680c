package io.astrochrome.ingest.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/** The parameters of a Content-Disposition header (RFC 6266, RFC 7578), by lower-case name. */
public record Disposition(Map<String, String> parameters) {
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    /**
     * Of a header's value; null is a header without parameters.
     *
     * @throws FileUploadException where a name is encoded in a way that cannot be read
     */
    public static Disposition parse(@Nullable String header) throws FileUploadException {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        try {
            return new Disposition(parser.parse(header, ';'));
        } catch (IllegalArgumentException e) {
            throw new FileUploadException("a Content-Disposition cannot be read: " + e.getMessage(), e);
        }
    }

    /** Of a form's field. */
    public Optional<String> name() {
        return parameter("name");
    }

    /** The file's name; the parser takes the extended form for the plain one where it is there. */
    public Optional<String> fileName() {
        return parameter("filename");
    }

    /** RFC 9110, section 5.6.4: within quotes a backslash precedes quotes and backslashes. */
    private Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name))
                .map(value -> ESCAPED.matcher(value).replaceAll("$1"));
    }
}
