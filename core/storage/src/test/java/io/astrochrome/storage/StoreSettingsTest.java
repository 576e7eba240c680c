package io.astrochrome.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class StoreSettingsTest {
    private static final URI ENDPOINT = URI.create("http://127.0.0.1:9000");

    @Test
    void neverShowsItsSecrets() {
        assertThat(new StoreSettings(ENDPOINT, "access", "secret")).hasToString("http://127.0.0.1:9000/astrochrome");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> new StoreSettings(URI.create("127.0.0.1"), "a", "s"))
                .hasMessage("the store's endpoint must be an http or https address, not 127.0.0.1");
        assertThatThrownBy(() -> new StoreSettings(ENDPOINT, " ", "s"))
                .hasMessage("the store's access key must not be blank");
    }
}
