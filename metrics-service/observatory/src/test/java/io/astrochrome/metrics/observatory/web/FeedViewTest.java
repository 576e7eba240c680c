package io.astrochrome.metrics.observatory.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.astrochrome.metrics.observatory.feed.DeadLetter;
import io.astrochrome.metrics.observatory.feed.FeedItem;
import io.astrochrome.metrics.sample.SampleFrame;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedViewTest {
    private static final Duration TOOK = Duration.ofMillis(640);
    private static final FeedItem WAITING = Items.waiting("M 42", 1);
    private static final FeedItem SINGLE = Items.coloured("M 42", 1, TOOK, Items.score(31.0, 3.0));
    private static final FeedItem STACKED = Items.coloured("M 42", 1, TOOK, null, null, Items.stack());

    private static final String BASE = "/api/pictures/" + SINGLE.frame().frameId() + "/" + SampleFrame.MODEL + "/";

    private static JsonNode json(Record view) {
        return new ObjectMapper().registerModule(new JavaTimeModule()).valueToTree(view);
    }

    @Test
    void aFrameThatWaitsHasNoPicturesAndNothingOfAModel() {
        FeedView view = FeedView.of(WAITING);

        assertThat(view.state()).isEqualTo("arrived");
        assertThat(view.links()).isEmpty();
        assertThat(view.width()).isZero();
        assertThat(view.at()).isEqualTo(WAITING.frame().ingestedAt());
        JsonNode json = json(view);
        assertThat(json.has("modelId")).isFalse();
        assertThat(json.has("latencyMillis")).isFalse();
        assertThat(json.has("score")).isFalse();
        assertThat(json.has("stack")).isFalse();
    }

    @Test
    void aColouredFrameSaysWhatMadeItAndHowLongItTook() {
        FeedView view = FeedView.of(SINGLE);

        assertThat(view.id()).isEqualTo(SINGLE.frame().frameId() + ":" + SampleFrame.MODEL);
        assertThat(view.state()).isEqualTo("coloured");
        assertThat(view.purpose()).isEqualTo("live");
        assertThat(view.latencyMillis()).isEqualTo(640);
        assertThat(view.at()).isEqualTo(view.colorizedAt());
        assertThat(view.width()).isEqualTo(90);
        assertThat(view.height()).isEqualTo(64);
        assertThat(view.networkWidth()).as("without the padding").isEqualTo(90);
        assertThat(view.networkHeight()).isEqualTo(64);
        assertThat(view.modelId()).isEqualTo(SampleFrame.MODEL);
        assertThat(view.palette()).isEqualTo("look:warm");
        assertThat(view.score()).isEqualTo(SINGLE.score());
    }

    @Test
    void picturesOfASingleExposureAreNamedByFrameAndModel() {
        assertThat(FeedView.of(SINGLE).links())
                .containsEntry("preview", BASE + "preview.jpg")
                .containsEntry("grey", BASE + "grey.jpg")
                .containsEntry("thumbnail", BASE + "thumbnail.jpg")
                .containsEntry("greyThumbnail", BASE + "grey-thumbnail.jpg")
                .containsEntry("png", BASE + "colour.png")
                .containsEntry("fits", BASE + "colour.fits")
                .containsEntry("original", BASE + "original")
                .hasSize(7);
    }

    @Test
    void aFrameThatWasNoFitsFileHasNone() {
        assertThat(FeedView.of(Items.withoutFits(SINGLE)).links()).doesNotContainKey("fits");
    }

    @Test
    void picturesOfAnotherStackHaveAnotherAddressAndAMask() {
        String which = "?stack=" + SampleFrame.sha256("a stack");

        assertThat(FeedView.of(STACKED).links())
                .containsEntry("mask", BASE + "mask.png" + which)
                .containsEntry("preview", BASE + "preview.jpg" + which)
                .containsEntry("original", BASE + "original")
                .hasSize(8);
    }

    @Test
    void whileAFrameWaitsItsPaletteIsTheOneAskedForAndThenTheOneThatWasUsed() {
        FeedItem asking = new FeedItem(WAITING.frame().withPalette("look:cold"), null, null);
        FeedItem steered = new FeedItem(asking.frame(), STACKED.colouring(), null);

        assertThat(FeedView.of(asking).palette()).isEqualTo("look:cold");
        assertThat(FeedView.of(steered).palette()).as("the model chose").isNull();
    }

    @Test
    void aLetterSaysWhatIsKnownOfItsFrameAndOtherwiseItsKeyIsTheTarget() {
        DeadLetter known = new DeadLetter(
                List.of("preprocess"), "cut off", "frames.v1", 1, 2, "key", WAITING.frame(), Items.NIGHT);
        DeadLetter unknown =
                new DeadLetter(List.of("preprocess"), "no JSON", "frames.v1", 1, 3, "key", null, Items.NIGHT);

        DeadLetterView of = DeadLetterView.of(known);
        assertThat(of.id()).isEqualTo("frames.v1/1/2");
        assertThat(of.target()).isEqualTo("M 42");
        assertThat(of.frameId()).isEqualTo(WAITING.frame().frameId());
        assertThat(of.fileName()).isEqualTo("1.fits");
        assertThat(DeadLetterView.of(unknown).target()).isEqualTo("key");
        assertThat(json(DeadLetterView.of(unknown)).has("frameId")).isFalse();
    }
}
