package io.astrochrome.metrics.observatory.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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

    @Test
    void aPictureThatTakesAnothersPlaceCountsOnce() {
        PictureCache cache = new PictureCache(100);
        cache.put("a", new byte[60]);
        cache.put("a", new byte[70]);

        assertThat(cache.bytes()).isEqualTo(70);
        assertThat(cache.get("a").orElseThrow()).hasSize(70);
    }

    @Test
    void exactlyAsManyBytesAsThereAreFit() {
        PictureCache cache = new PictureCache(100);
        cache.put("a", new byte[50]);
        cache.put("b", new byte[50]);

        assertThat(cache.get("a")).isPresent();
        assertThat(cache.get("b")).isPresent();
    }

    /** Against a list, the least recently used first, that is searched from its beginning. */
    @Property(tries = 200)
    void holdsWhatANaiveCacheHolds(@ForAll List<@IntRange(min = 0, max = 60) Integer> sizes) {
        PictureCache cache = new PictureCache(100);
        List<Map.Entry<String, Integer>> naive = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            String key = "picture " + sizes.get(i) % 7;
            int size = sizes.get(i);
            cache.put(key, new byte[size]);
            naive.removeIf(entry -> entry.getKey().equals(key));
            naive.add(Map.entry(key, size));
            while (naive.stream().mapToInt(Map.Entry::getValue).sum() > 100) {
                naive.remove(0);
            }
            assertThat(cache.bytes())
                    .isEqualTo(naive.stream().mapToInt(Map.Entry::getValue).sum());
        }
        for (int i = 0; i < 7; i++) {
            String key = "picture " + i;
            assertThat(cache.get(key).isPresent())
                    .isEqualTo(naive.stream().anyMatch(entry -> entry.getKey().equals(key)));
        }
    }
}
