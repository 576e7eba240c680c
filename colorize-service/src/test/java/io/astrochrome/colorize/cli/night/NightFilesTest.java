package io.astrochrome.colorize.cli.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NightFilesTest {
    @Test
    void nameTheFolderOfAFileUnlessThatIsTheRootOfAll() {
        assertThat(NightFiles.folderName(Path.of("/night/Ha/m31.fits"))).contains("Ha");
        assertThat(NightFiles.folderName(Path.of("/m31.fits"))).isEmpty();
    }
}
