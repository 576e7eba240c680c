package io.astrochrome.colorize.composing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Astrochrome this is, as written into pictures. */
public final class SoftwareVersion {
    /** Such as {@code 0.1.0}. */
    public static final String CURRENT = read();

    private SoftwareVersion() {}

    private static String read() {
        Properties build = new Properties();
        try (InputStream in = SoftwareVersion.class.getResourceAsStream("/colorize-build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the build's properties cannot be read", e);
        }
        return build.getProperty("version");
    }
}
