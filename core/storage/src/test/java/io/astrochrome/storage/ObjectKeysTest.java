package io.astrochrome.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ObjectKeysTest {
    /** SHA-256 of "abc", from FIPS 180-4's examples. */
    private static final String ID = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void areMadeOfContentHashes() {
        assertThat(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo(ID);
        assertThat(ObjectKeys.frame(ID)).isEqualTo("frames/ba/" + ID);
        assertThat(ObjectKeys.ingested(ID)).isEqualTo("ingested/ba/" + ID);
        assertThat(ObjectKeys.luminance(ID, ID)).isEqualTo("luminance/" + ID + "-ba7816bf8f01.fits");
        assertThat(ObjectKeys.stretch("abc", "f00d")).isEqualTo("stretch/" + ID + "/f00d.json");
        assertThat(ObjectKeys.stretchReset("abc")).isEqualTo("stretch-resets/" + ID + ".json");
        assertThat(ObjectKeys.colorized(ID, "f00d", "png")).isEqualTo("colorized/ba7816bf8f01/f00d.png");
        assertThat(ObjectKeys.model(ID)).isEqualTo("models/" + ID + ".onnx");
    }
}
