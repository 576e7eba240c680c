package io.astrochrome.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceKindTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "CC BY 4.0 (ESA/Hubble archive; ids in file name)|ATTRIBUTION",
                "repo Apache-2.0; SDSS / DESI Legacy cutouts (free with acknowledgement)|ACKNOWLEDGEMENT",
                "repo GPL-3.0; JWST public data (NASA/ESA/CSA/STScI) composed by the repo author|COPYLEFT_REPOSITORY",
                "Creative Commons Attribution-Share Alike 3.0 Unported (Stellarium CREDITS)|SHARE_ALIKE",
                "CC BY-SA 4.0 (lecture repo; figures from NASA/ESA/ESO)|SHARE_ALIKE",
                "public domain (NASA image library, images.nasa.gov)|PUBLIC_DOMAIN",
                "Creative Commons CC0 1.0 Universal Public Domain Dedication (Stellarium CREDITS)|PUBLIC_DOMAIN",
                "public domain / CC BY 4.0 / survey (NASA, ESA/Hubble, 2MASS or SDSS, per caption in repo)|MIXED",
                "repo MIT; pictures NASA/ESA/ESO/NOIRLab, per-image credit in repo (CC BY 4.0 / PD)|ATTRIBUTION",
                "Creative Commons Attribution 3.0 Unported (Stellarium CREDITS)|ATTRIBUTION",
                "MIT (repo; photographer's own)|PERMISSIVE_REPOSITORY",
                "permission given to \"use the image freely\"|PERMISSION",
                "CC-BY-4.0|ATTRIBUTION",
                "CC-BY-SA-4.0|SHARE_ALIKE",
                "CC BY-NC-SA 3.0 (a club's gallery)|RESTRICTED",
                "CC-BY-NC-4.0|RESTRICTED",
                "CC-BY-ND-4.0|RESTRICTED",
                "Creative Commons Attribution-NonCommercial 4.0|RESTRICTED",
                "public domain / CC-BY-4.0|MIXED",
                "Creative Commons Attribution-Share-Alike 2.5|SHARE_ALIKE",
                "made with permits from the park|OTHER",
                "~~|OTHER",
                "all rights reserved|OTHER",
            })
    void aSourcesOwnWordsDecide(String licence, LicenceKind kind) {
        assertThat(LicenceKind.of(licence)).isEqualTo(kind);
    }
}
