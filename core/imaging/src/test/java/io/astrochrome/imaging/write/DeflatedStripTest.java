package io.astrochrome.imaging.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.zip.Adler32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class DeflatedStripTest {
    @Property(tries = 200)
    void sumsOfStripsCombine(@ForAll @Size(max = 5000) byte[] first, @ForAll @Size(max = 5000) byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        DeflatedStrip strip = new DeflatedStrip(new byte[0], adler(second), second.length);

        assertThat(strip.appendTo(adler(first))).isEqualTo(adler(both));
    }

    private static long adler(byte[] bytes) {
        Adler32 adler = new Adler32();
        adler.update(bytes);
        return adler.getValue();
    }
}
