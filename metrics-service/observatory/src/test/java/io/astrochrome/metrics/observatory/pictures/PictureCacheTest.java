package io.astrochrome.metrics.observatory.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureCacheTest {
    @Test
    void dropsTheLeastRecentlyUsedBeyondItsBytes() {
        PictureCache cache = new PictureCache(100);
        cache.put("a", new byte[40]);
        cache.put("b", new byte[40]);
        cache.get("a");

        cache.put("c", new byte[40]);

        assertThat(cache.get("b")).isEmpty();
        assertThat(cache.get("a")).isPresent();
        assertThat(cache.bytes()).isEqualTo(80);
    }

    @Test
    void keepsNothingThatIsLargerThanAll() {
        PictureCache cache = new PictureCache(100);

        cache.put("a", new byte[101]);

        assertThat(cache.get("a")).isEmpty();
        assertThat(cache.bytes()).isZero();
    }
}
