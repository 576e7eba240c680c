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

        assertThat(keys.roleOf(KEY)).hasValue(Role.OPERATOR);
        assertThat(keys.roleOf(KEY.substring(1))).isEmpty();
        assertThat(keys.roleOf(KEY + "0")).isEmpty();
        assertThat(keys.roleOf(KEY.toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(keys.roleOf("")).isEmpty();
    }

    @Test
    void knowsEveryKeyOfTheFileSoThatOneIsReplacedWithoutAGap() throws IOException {
        Path file = Files.writeString(
                folder.resolve("keys"), "# the new one\nnew-key-of-the-dome\n\n  old-key-of-the-dome  \n");

        ApiKeys keys = ApiKeys.of(Optional.empty(), Optional.of(file));

        assertThat(keys.count()).isEqualTo(2);
        assertThat(keys.roleOf("new-key-of-the-dome")).hasValue(Role.OPERATOR);
        assertThat(keys.roleOf("old-key-of-the-dome")).hasValue(Role.OPERATOR);
        assertThat(keys.roleOf("# the new one")).isEmpty();
        assertThat(keys.own()).hasValue("new-key-of-the-dome");
    }

    @Test
    void takesSeveralKeysAndShowsOthersTheOneThatDoesTheLeast() {
        ApiKeys keys = ApiKeys.of(
                Optional.of(
                        "operator key-of-the-astronomer, uploader key-of-this-service,viewer key-on-the-wall-of-it"),
                Optional.empty());

        assertThat(keys.count()).isEqualTo(3);
        assertThat(keys.roleOf("key-of-the-astronomer")).hasValue(Role.OPERATOR);
        assertThat(keys.roleOf("key-of-this-service")).hasValue(Role.UPLOADER);
        assertThat(keys.own()).hasValue("key-of-this-service");
    }

    @Test
    void letsEachKeyDoWhatItsRoleMay() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), """
                viewer   key-on-the-wall-of-the-dome
                uploader key-of-the-camera-computer
                operator key-of-the-astronomer
                a key of words, which names no role
                """);

        ApiKeys keys = ApiKeys.of(Optional.of("Viewer another-key-for-guests"), Optional.of(file));

        assertThat(keys.roleOf("another-key-for-guests")).hasValue(Role.VIEWER);
        assertThat(keys.roleOf("key-on-the-wall-of-the-dome")).hasValue(Role.VIEWER);
        assertThat(keys.roleOf("key-of-the-camera-computer")).hasValue(Role.UPLOADER);
        assertThat(keys.roleOf("key-of-the-astronomer")).hasValue(Role.OPERATOR);
        assertThat(keys.roleOf("a key of words, which names no role")).hasValue(Role.OPERATOR);
        assertThat(keys.roleOf("viewer   key-on-the-wall-of-the-dome")).isEmpty();
        assertThat(keys.own()).as("what it shows to the ingest-service").hasValue("key-of-the-camera-computer");
    }

    @Test
    void measuresAKeyWithoutItsRole() {
        assertThatThrownBy(() -> ApiKeys.of(Optional.of("viewer short-key-1"), Optional.empty()))
                .hasMessageContaining("16 characters")
                .hasMessageNotContaining("short-key-1");
        assertThatThrownBy(() -> ApiKeys.of(Optional.of("nobody 0123456789abcdef"), Optional.empty()))
                .hasMessageContaining("lets nobody in");
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
