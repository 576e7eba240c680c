package io.astrochrome.platform.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who may ask over HTTP. Needed where a service is not bound to loopback; obeyed everywhere. */
@ConfigMapping(prefix = "astrochrome.security")
public interface SecurityConfig {
    /**
     * The key that requests must carry, of at least 16 characters, or several with their roles and commas between them; better
     * in a file. Alone it is an operator's; {@code viewer KEY} and {@code uploader KEY} may less.
     */
    Optional<String> apiKey();

    /**
     * A file of keys, one a line, each with its role before it where it is not an operator's. All are valid, so that a key is
     * replaced without a gap; lines that begin with # are comments.
     */
    Optional<Path> apiKeyFile();

    /** Whether the meters at {@code /q/metrics} are answered without a key; health always is. */
    @WithDefault("false")
    boolean openMetrics();

    /** How long a browser stays signed in. */
    @WithDefault("12h")
    Duration session();

    /**
     * Where it is noted which sessions were ended before their time; outlives the process, or a copied one is good again after a
     * restart. Instances of a service may share it. Default: a folder of the service in the system's one for temporary files.
     */
    Optional<Path> signOuts();

    /** Other names, such as a proxy's, by which a service on loopback may be addressed without a key. */
    Optional<List<String>> hosts();

    /** Paths that the role {@code uploader} may post to; a service sets its own. */
    Optional<List<String>> uploadPaths();

    /** What tokens of the OpenID Connect server may do. */
    Tokens tokens();

    /** Names of roles as the OpenID Connect server has them. */
    interface Tokens {
        /** Who has it may do everything. */
        @WithDefault("astrochrome-operator")
        String operator();

        /** Who has it may look and send frames. */
        @WithDefault("astrochrome-uploader")
        String uploader();

        /** Who has it may look. */
        @WithDefault("astrochrome-viewer")
        String viewer();

        /**
         * What a token may do that has none of these: nothing by default, since a server of many applications gives everybody
         * tokens.
         */
        @WithDefault("nobody")
        Role otherwise();
    }
}
