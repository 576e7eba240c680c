package io.astrochrome.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundedMapTest {
    @Test
    void holdsTheNewestWhateverIsLookedUpOrPutAgain() {
        Map<String, Integer> map = BoundedMap.ofNewest(2);
        map.put("first", 1);
        map.put("second", 2);
        map.get("first");
        map.put("first", 3);
        map.put("third", 3);

        assertThat(map).containsOnlyKeys("second", "third");
    }

    @Test
    void holdsWhatWasUsedLast() {
        Map<String, Integer> map = BoundedMap.ofLastUsed(2);
        map.put("first", 1);
        map.put("second", 2);
        map.get("first");
        map.put("third", 3);

        assertThat(map).containsOnlyKeys("first", "third");
    }

    @Test
    void mustBeAllowedToHoldAnEntry() {
        assertThatThrownBy(() -> BoundedMap.ofNewest(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
