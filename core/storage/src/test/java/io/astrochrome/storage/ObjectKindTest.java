package io.astrochrome.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObjectKindTest {
    private static final String ID = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /** One of each maker of keys. */
    private static final List<String> KEYS = List.of(
            ObjectKeys.frame(ID),
            ObjectKeys.ingested(ID),
            ObjectKeys.pin(ID),
            ObjectKeys.luminance(ID, ID),
            ObjectKeys.knownColours(ID, ID),
            ObjectKeys.colorized(ID, ID, "png"),
            ObjectKeys.colorizedStack(ID, ID, ID, "fits"),
            ObjectKeys.stretch("M 51", "f00d"),
            ObjectKeys.stretchReset("M 51"),
            ObjectKeys.stackOrder("M 51"),
            ObjectKeys.nightSnapshot("M 51"),
            ObjectKeys.nightPage("M 51", 1),
            ObjectKeys.nightStack("M 51", "ha", ID),
            ObjectKeys.palette("M 51"),
            ObjectKeys.model(ID),
            "checkpoints/run-1/last.safetensors"); // of older versions

    @Test
    void everyKeyIsOfOneKind() {
        assertThat(KEYS).allSatisfy(key -> assertThat(
                        Stream.of(ObjectKind.values()).filter(kind -> key.startsWith(kind.prefix())))
                .as(key)
                .hasSize(1));
        assertThat(ObjectKind.values())
                .allSatisfy(kind -> assertThat(KEYS).as(kind.label()).anyMatch(key -> key.startsWith(kind.prefix())));
    }

    @Test
    void keysOfFramesTellTheFrame() {
        for (String key : KEYS) {
            ObjectKind kind = Stream.of(ObjectKind.values())
                    .filter(one -> key.startsWith(one.prefix()))
                    .findFirst()
                    .orElseThrow();
            if (kind.isOfFrames()) {
                assertThat(kind.frameId(key)).as(key).contains(ID);
            } else {
                assertThat(kind.frameId(key)).as(key).isEmpty();
            }
        }
        assertThat(ObjectKind.COLORIZED.frameId("colorized/readme.txt")).isEmpty();
    }

    @Test
    void knowsAKindByWhatPeopleCallIt() {
        assertThat(ObjectKind.labelled("stack-orders")).isEqualTo(ObjectKind.STACK_ORDERS);
        assertThatThrownBy(() -> ObjectKind.labelled("jars")).hasMessageContaining("no kind of object jars");
    }
}
