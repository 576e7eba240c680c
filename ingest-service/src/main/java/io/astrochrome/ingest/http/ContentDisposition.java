package io.astrochrome.ingest.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a Content-Disposition header (RFC 6266, RFC 7578), by lower-case name. */
record ContentDisposition(Map<String, String> parameters) {
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([\\w!#$%&'*+.^`|~-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\"\\s]+))");

    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");
    private static final String UTF_8_PREFIX = "utf-8''";

    ContentDisposition {
        parameters = Map.copyOf(parameters);
    }

    /** Of a header's value; null is a header without parameters. */
    static ContentDisposition parse(String header) {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(header == null ? "" : header);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            String value =
                    quoted == null ? matcher.group(3) : ESCAPED.matcher(quoted).replaceAll("$1");
            parameters.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return new ContentDisposition(parameters);
    }

    /** Of a form's field. */
    Optional<String> name() {
        return Optional.ofNullable(parameters.get("name"));
    }

    /** The file's name; the extended form wins over the plain one. */
    Optional<String> fileName() {
        String extended = parameters.get("filename*");
        if (extended != null && extended.toLowerCase(Locale.ROOT).startsWith(UTF_8_PREFIX)) {
            try {
                String encoded = extended.substring(UTF_8_PREFIX.length()).replace("+", "%2B");
                return Optional.of(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                return Optional.ofNullable(parameters.get("filename")); // not what it claims to be
            }
        }
        return Optional.ofNullable(parameters.get("filename"));
    }
}
