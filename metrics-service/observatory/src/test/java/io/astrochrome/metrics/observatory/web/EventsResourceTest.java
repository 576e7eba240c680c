package io.astrochrome.metrics.observatory.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.events.night.SubShown;
import io.astrochrome.metrics.observatory.feed.DeadLetter;
import io.astrochrome.metrics.observatory.feed.FeedChange;
import io.astrochrome.metrics.observatory.feed.FeedEvents;
import io.astrochrome.metrics.observatory.feed.FeedItem;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsResourceTest {
    private static final FeedItem ITEM = Items.waiting("M 42", 1);

    private final FeedEvents changes = new FeedEvents();
    private final AssertSubscriber<OutboundSseEvent> listener =
            new EventsResource(changes).events(new SseImpl()).subscribe().withSubscriber(AssertSubscriber.create(10));

    @AfterEach
    void stop() {
        listener.cancel();
    }

    /** The newest that was heard; ticks of the clock come whenever they come. */
    private OutboundSseEvent last() {
        List<OutboundSseEvent> heard = listener.getItems().stream()
                .filter(event -> !"tick".equals(event.getName()))
                .toList();
        return heard.get(heard.size() - 1);
    }

    @Test
    void aListenerIsGreetedAtOnceAndToldWhenToComeBack() {
        assertThat(last().getName()).isEqualTo("hello");
        assertThat(last().getReconnectDelay()).isEqualTo(2000);
    }

    @Test
    void aChangedItemIsAFrame() {
        changes.tell(new FeedChange.ItemChanged(ITEM));

        assertThat(last().getName()).isEqualTo("frame");
        assertThat(last().getData()).isEqualTo(FeedView.of(ITEM));
    }

    @Test
    void aJudgedExposureSaysWhichAndHowItIsSeen() {
        changes.tell(new FeedChange.SubHeard(new SubJudged(
                ITEM.frame(),
                "Ha",
                "Ha",
                60,
                SubPlace.STACKED,
                null,
                SubShown.NOT_ITSELF,
                null,
                0,
                1,
                null,
                1,
                Items.NIGHT)));

        assertThat(last().getName()).isEqualTo("sub");
        assertThat(last().getData())
                .isEqualTo(Map.of("frameId", ITEM.frame().frameId(), "target", "M 42", "shown", "not_itself"));
    }

    @Test
    void aTrainingRunAndADecisionAreToldByName() {
        changes.tell(new FeedChange.RunHeard("run 1"));
        assertThat(last().getName()).isEqualTo("training");
        assertThat(last().getData()).isEqualTo(Map.of("runId", "run 1"));

        changes.tell(new FeedChange.ModelsChanged());
        assertThat(last().getName()).isEqualTo("decision");
    }

    @Test
    void aDeadLetterIsAQuarantine() {
        DeadLetter letter =
                new DeadLetter(List.of("preprocess"), "cut off", "frames.v1", 1, 2, "key", null, Items.NIGHT);
        changes.tell(new FeedChange.LetterFound(letter));

        assertThat(last().getName()).isEqualTo("quarantine");
        assertThat(last().getData()).isEqualTo(DeadLetterView.of(letter));
    }
}
