package io.astrochrome.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.Purpose;
import io.astrochrome.trainer.data.DatasetManifest;
import io.astrochrome.trainer.data.ManifestEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CreditsTest {
    private final List<ManifestEntry> entries = new ArrayList<>();

    private void picture(Purpose purpose, String credit, String source, String licence) {
        entries.add(new ManifestEntry(
                entries.size() + ".png", purpose, "", "nebula", "an object", licence, credit, source));
    }

    private Credits credits() {
        return new Credits(new DatasetManifest(entries));
    }

    private List<String> lines() {
        return credits().toText().lines().skip(2).toList();
    }

    @Test
    void onlyPicturesThatAreLearntFromCount() {
        picture(Purpose.TRAIN, "Ada", "", "CC BY 4.0");
        picture(Purpose.VALIDATION, "Bob", "", "public domain");
        picture(Purpose.TRAIN, "Ada", "", "public domain");
        picture(Purpose.TRAIN, "Cy", "", "CC0");

        assertThat(credits().pictures()).isEqualTo(3);
        assertThat(credits().kinds())
                .hasSize(2)
                .containsEntry(LicenceKind.ATTRIBUTION, 1)
                .containsEntry(LicenceKind.PUBLIC_DOMAIN, 2);
        assertThat(credits().toText()).doesNotContain("Bob");
    }

    @Test
    void whoGaveMostComesFirstAndEqualOnesByName() {
        picture(Purpose.TRAIN, "Zoe", "", "CC0");
        picture(Purpose.TRAIN, "Ada", "", "CC0");
        picture(Purpose.TRAIN, "Mia", "", "CC0");
        picture(Purpose.TRAIN, "Mia", "", "CC0");

        assertThat(lines()).containsExactly("    2  Mia  |  CC0", "    1  Ada  |  CC0", "    1  Zoe  |  CC0");
    }

    @Test
    void oneWhoGaveUnderTwoLicencesHasTwoLines() {
        picture(Purpose.TRAIN, " Ada ", "", "CC0");
        picture(Purpose.TRAIN, "Ada", "", "CC BY 4.0");
        picture(Purpose.TRAIN, "Ada", "", " ");

        assertThat(lines())
                .containsExactlyInAnyOrder(
                        "    1  Ada  |  CC0", "    1  Ada  |  CC BY 4.0", "    1  Ada  |  not stated");
    }

    @Test
    void whereNobodyIsNamedTheCollectionStandsForThem() {
        picture(Purpose.TRAIN, " ", "github:someone/pictures ", "MIT");
        picture(Purpose.TRAIN, "", "https://example.org/a", "MIT");
        picture(Purpose.TRAIN, "", "", "");

        assertThat(lines())
                .containsExactly(
                        "    1  collected in the public repository https://example.org/a  |  MIT",
                        "    1  collected in the public repository someone/pictures  |  MIT",
                        "    1  not named  |  not stated");
    }

    @Test
    void nothingLearntFromIsNobodysPictures() {
        assertThat(credits().pictures()).isZero();
        assertThat(credits().kinds()).isEmpty();
        assertThat(lines()).isEmpty();
    }

    @Test
    void countsAreWrittenTheSameWherePeopleWriteOtherDigits() {
        Locale before = Locale.getDefault();
        picture(Purpose.TRAIN, "Ada", "", "CC0");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(lines()).containsExactly("    1  Ada  |  CC0");
        } finally {
            Locale.setDefault(before);
        }
    }
}
