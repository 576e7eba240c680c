package io.astrochrome.imaging.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PictureFactsTest {
    @Test
    void areTheClassOfTheObjectAndTheRoleOfTheOnlyFilter() {
        assertThat(PictureFacts.of("NGC 7000", null, List.of("H-alpha 3nm"))).containsExactly("nebula", "Ha");
        assertThat(PictureFacts.of("M 13", null, List.of())).containsExactly("cluster");
        assertThat(PictureFacts.of("some field", null, Set.of("OIII"))).containsExactly("OIII");
    }

    @Test
    void whatSomebodySaysCountsMoreThanTheName() {
        assertThat(PictureFacts.of("M 31", "star field", List.of())).containsExactly("star field");
    }

    @Test
    void severalFiltersAndUnknownOnesTellNothing() {
        assertThat(PictureFacts.of(null, null, List.of("Ha", "OIII"))).isEmpty();
        assertThat(PictureFacts.of("field", null, List.of("xyzzy"))).isEmpty();
        assertThat(PictureFacts.of("field", null, List.of(" "))).isEmpty();
        assertThat(PictureFacts.of("field", null, List.of("Ha", "H_alpha"))).containsExactly("Ha");
    }
}
