package io.astrochrome.platform.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRoomTest {
    @TempDir
    Path folder;

    @Test
    void isReadyWhereThereIsRoom() {
        assertThat(new DiskReadiness(room(0)).call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(room(0).freeBytes()).isPositive();
    }

    @Test
    void isNotReadyWhereThereIsTooLittleAndSaysHowMuch() {
        HealthCheckResponse full = new DiskReadiness(room(Long.MAX_VALUE)).call();

        assertThat(full.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(full.getData().orElseThrow().get("reason").toString())
                .contains(folder.toString())
                .contains(Long.toString(Long.MAX_VALUE));
    }

    @Test
    void refusesAWrongValue() {
        assertThatThrownBy(() -> room(-1)).hasMessageContaining("astrochrome.disk.least-bytes");
    }

    private DiskRoom room(long leastBytes) {
        return new DiskRoom(new DiskConfig() {
            @Override
            public Optional<Path> folder() {
                return Optional.of(folder);
            }

            @Override
            public long leastBytes() {
                return leastBytes;
            }
        });
    }
}
