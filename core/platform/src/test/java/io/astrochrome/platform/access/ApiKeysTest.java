package io.astrochrome.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void knowsTheKeyAndNothingThatIsLikeIt() {
        ApiKeys keys = ApiKeys.of(Optional.of(KEY), Optional.empty());

        assertThat(keys.hold(KEY)).isTrue();
        assertThat(keys.hold(KEY.substring(1))).isFalse();
        assertThat(keys.hold(KEY + "0")).isFalse();
        assertThat(keys.hold(KEY.toUpperCase(Locale.ROOT))).isFalse();
        assertThat(keys.hold("")).isFalse();
    }

    @Test
    void knowsEveryKeyOfTheFileSoThatOneIsReplacedWithoutAGap() throws IOException {
        Path file = Files.writeString(
                folder.resolve("keys"), "# the new one\nnew-key-of-the-dome\n\n  old-key-of-the-dome  \n");

        ApiKeys keys = ApiKeys.of(Optional.empty(), Optional.of(file));

        assertThat(keys.count()).isEqualTo(2);
        assertThat(keys.hold("new-key-of-the-dome")).isTrue();
        assertThat(keys.hold("old-key-of-the-dome")).isTrue();
        assertThat(keys.hold("# the new one")).isFalse();
        assertThat(keys.first()).hasValue("new-key-of-the-dome");
    }

    @Test
    void refusesAKeyThatCouldBeGuessedWithoutSayingIt() {
        assertThatThrownBy(() -> ApiKeys.of(Optional.of("short-key"), Optional.empty()))
                .hasMessageContaining("astrochrome.security.api-key")
                .hasMessageContaining("16 characters")
                .hasMessageNotContaining("short-key");
    }

    @Test
    void refusesAFileWithoutAKey() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "# none yet\n");

        assertThatThrownBy(() -> ApiKeys.of(Optional.empty(), Optional.of(empty)))
                .hasMessageContaining("must hold a key");
        assertThatThrownBy(() -> ApiKeys.of(Optional.empty(), Optional.of(folder.resolve("missing"))))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void keepsItsKeysToItself() {
        assertThat(ApiKeys.of(Optional.of(KEY), Optional.empty())).asString().doesNotContain(KEY);
    }
}
