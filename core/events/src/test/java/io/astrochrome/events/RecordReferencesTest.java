package io.astrochrome.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordReferencesTest {
    @Test
    void findsThoseOfRecordsOfJson() {
        assertThat(RecordReferences.keys(EventCodec.toJson(TestEvents.sub()))).containsExactly(TestEvents.OBJECT.key());
    }

    @Test
    void findsThoseOfRecordsWithTensors() {
        FrameColorized one = TestEvents.colorized();
        FrameColorized colorized = new FrameColorized(
                one.frame(),
                one.geometry(),
                one.stretch(),
                one.modelId(),
                one.modelName(),
                one.executionProvider(),
                new PictureReferences(object("a.png"), object("a.jpg"), object("a.fits")),
                Map.of(),
                one.colorizedAt(),
                one.a(),
                one.b());

        assertThat(RecordReferences.keys(EventCodec.toBytes(colorized)))
                .containsExactlyInAnyOrder(TestEvents.OBJECT.key(), "a.png", "a.jpg", "a.fits");
        assertThat(RecordReferences.keys(EventCodec.toBytes(TestEvents.tensor(true))))
                .containsExactly(TestEvents.OBJECT.key());
    }

    private static ObjectReference object(String key) {
        return new ObjectReference("astrochrome", key, 1, TestEvents.ID);
    }

    @Test
    void findsNoneInWhatIsNoRecord() {
        assertThat(RecordReferences.keys(null)).isEmpty();
        assertThat(RecordReferences.keys(new byte[0])).isEmpty();
        assertThat(RecordReferences.keys("{ not JSON".getBytes(UTF_8))).isEmpty();
        assertThat(RecordReferences.keys("neither the one nor the other".getBytes(UTF_8)))
                .isEmpty();
    }
}
