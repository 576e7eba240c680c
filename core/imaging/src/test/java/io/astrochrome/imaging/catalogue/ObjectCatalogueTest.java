package io.astrochrome.imaging.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectCatalogueTest {
    @ParameterizedTest
    @CsvSource({
        "M31, GALAXY",
        "m 031, GALAXY",
        "Messier 13, GLOBULAR_CLUSTER",
        "NGC7000-Ha, EMISSION_NEBULA",
        "ngc_0891 LRGB, GALAXY",
        "Sh2-155, EMISSION_NEBULA",
        "SH 2-240, SUPERNOVA_REMNANT",
        "sharpless 101, EMISSION_NEBULA",
        "Caldwell 20, EMISSION_NEBULA",
        "C 14, OPEN_CLUSTER",
        "vdB 142, REFLECTION_NEBULA",
        "Mel 111, OPEN_CLUSTER",
        "HCG 92, GALAXY",
        "UGC 12914, GALAXY",
        "Abell 21, PLANETARY_NEBULA",
        "Andromeda, GALAXY",
        "The Veil east, SUPERNOVA_REMNANT",
        "Jupiter, PLANET",
        "moon mosaic, MOON",
        "C/2023 A3 (Tsuchinshan-ATLAS), COMET",
        "12P Pons-Brooks, COMET",
        "panel 2 of M 42, EMISSION_NEBULA",
        "NGC 2244 in NGC 2237, OPEN_CLUSTER",
        "Jupiter C14, PLANET",
        "Moon C8 f/10, MOON",
        "Jupiter 720p, PLANET",
        "NGC 7000 2P, EMISSION_NEBULA"
    })
    void tellsWhatAnObjectIs(String name, ObjectType kind) {
        assertThat(ObjectCatalogue.STANDARD.kindOf(name)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "field 7",
                "NGC 99999",
                "TYC 1234",
                "M 3100",
                "Abell 1656",
                "night 3",
                "panel C2",
                "marsh",
                "unit 12"
            })
    void namesThatItDoesNotKnowTellNothing(String name) {
        assertThat(ObjectCatalogue.STANDARD.kindOf(name)).isEmpty();
    }

    @Test
    void theWholeOfMessiersAndCaldwellsListsIsKnown() {
        for (int number = 1; number <= 110; number++) {
            assertThat(ObjectCatalogue.STANDARD.kindOf("M " + number))
                    .as("M " + number)
                    .isPresent();
        }
        for (int number = 1; number <= 109; number++) {
            if (number != 99) { // the Coalsack, which is dark
                assertThat(ObjectCatalogue.STANDARD.kindOf("Caldwell " + number))
                        .as("Caldwell " + number)
                        .isPresent();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "M 31, NGC 224", "M 42, NGC 1976", "M 57, NGC 6720", "M 13, NGC 6205", "M 44, NGC 2632", "M 78, NGC 2068",
        "M 1, NGC 1952", "C 20, NGC 7000", "C 33, NGC 6992", "C 63, NGC 7293", "C 77, NGC 5128", "C 106, NGC 104"
    })
    void anObjectIsTheSameByEachOfItsNames(String one, String other) {
        assertThat(ObjectCatalogue.STANDARD.kindOf(one)).isEqualTo(ObjectCatalogue.STANDARD.kindOf(other));
    }

    @Test
    void noNumberIsTwoThings() throws IOException {
        Map<String, String> kinds = new HashMap<>();
        for (String line : lines()) {
            String[] words = line.split(" ");
            for (int i = 2; i < words.length && !words[1].equals("NAMED") && !line.startsWith("#"); i++) {
                assertThat(kinds.putIfAbsent(words[1] + " " + words[i], words[0]))
                        .as(words[1] + " " + words[i])
                        .isNull();
            }
        }
        assertThat(kinds).hasSizeGreaterThan(1500);
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = ObjectCatalogue.class.getResourceAsStream("objects.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
