package io.astrochrome.colorize.cli.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TargetStemsTest {
    private static final Path FOLDER = Path.of("pictures").toAbsolutePath();

    private final TargetStems stems = new TargetStems(FOLDER);

    private String next(String target) {
        return stems.next(target).getFileName().toString();
    }

    @Test
    void aTargetsFilesHaveItsName() {
        assertThat(next("NGC 7000")).isEqualTo("NGC_7000");
        assertThat(next("Sh2-155")).isEqualTo("Sh2-155");
        assertThat(next("M 31 / M 32")).isEqualTo("M_31_M_32");
        assertThat(next("PK 164+31.1")).isEqualTo("PK_164+31.1");
    }

    @Test
    void namesOfOtherLettersAreToldApartByNumbers() {
        assertThat(next("馬頭星雲")).isEqualTo("_");
        assertThat(next("銀河")).isEqualTo("_-2");
    }

    @Test
    void aTargetIsNotCalledAsAnothersStackOfARole() {
        assertThat(next("M31")).isEqualTo("M31");
        assertThat(next("M31-Ha")).isEqualTo("M31-Ha-2");
        assertThat(next("M33-ha")).isEqualTo("M33-ha");
        assertThat(next("M33")).isEqualTo("M33-2");
    }

    @Test
    void twoTargetsNeverShareTheirFiles() {
        assertThat(next("M 31?")).isEqualTo("M_31_");
        assertThat(next("M 31!")).isEqualTo("M_31_-2");
        assertThat(next("m 31*")).isEqualTo("m_31_-3");
        assertThat(next("M_31_-2")).isEqualTo("M_31_-2-2");
    }

    @Property(tries = 300)
    void everyTargetHasAFileOfItsOwnInTheFolder(@ForAll List<String> targets) {
        TargetStems fresh = new TargetStems(FOLDER);
        Set<String> given = new HashSet<>();
        for (String target : targets) {
            Path stem = fresh.next("x" + target);

            assertThat(stem.normalize().getParent()).isEqualTo(FOLDER);
            assertThat(given.add(stem.toString().toLowerCase(Locale.ROOT)))
                    .as(stem.toString())
                    .isTrue();
        }
    }
}
