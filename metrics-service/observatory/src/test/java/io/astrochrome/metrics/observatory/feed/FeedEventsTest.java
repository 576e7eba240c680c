package io.astrochrome.metrics.observatory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.metrics.registry.decisions.ModelsChanged;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import org.junit.jupiter.api.Test;

class FeedEventsTest {
    /** More than are kept for a listener. */
    private static final int MANY = 300;

    private final FeedEvents events = new FeedEvents();

    private AssertSubscriber<FeedChange> listener(long takes) {
        return events.changes().subscribe().withSubscriber(AssertSubscriber.create(takes));
    }

    @Test
    void everybodyHearsEachChangeFromNowOnInItsOrder() {
        events.tell(new FeedChange.RunHeard("before"));
        AssertSubscriber<FeedChange> early = listener(MANY);
        events.tell(new FeedChange.RunHeard("first"));
        AssertSubscriber<FeedChange> late = listener(MANY);
        events.changed(new ModelsChanged());

        assertThat(early.getItems()).containsExactly(new FeedChange.RunHeard("first"), new FeedChange.ModelsChanged());
        assertThat(late.getItems()).containsExactly(new FeedChange.ModelsChanged());
    }

    @Test
    void whoDoesNotKeepUpIsCutOffAndNobodyElseIs() {
        AssertSubscriber<FeedChange> stalled = listener(0);
        AssertSubscriber<FeedChange> quick = listener(MANY);
        for (int i = 0; i < MANY; i++) {
            events.tell(new FeedChange.RunHeard("run " + i));
        }

        stalled.request(MANY);
        stalled.assertFailedWith(BackPressureFailure.class);
        assertThat(quick.getItems()).hasSize(MANY);
        quick.assertNotTerminated();
    }

    @Test
    void whoWasCutOffMayListenAgain() {
        AssertSubscriber<FeedChange> stalled = listener(0);
        for (int i = 0; i < MANY; i++) {
            events.tell(new FeedChange.RunHeard("run " + i));
        }
        stalled.cancel();

        AssertSubscriber<FeedChange> again = listener(1);
        events.tell(new FeedChange.RunHeard("at last"));

        assertThat(again.getItems()).containsExactly(new FeedChange.RunHeard("at last"));
    }

    @Test
    void aPauseShorterThanWhatIsKeptLosesNothing() {
        AssertSubscriber<FeedChange> slow = listener(1);
        for (int i = 0; i < MANY / 2; i++) {
            events.tell(new FeedChange.RunHeard("run " + i));
        }
        slow.request(MANY);

        assertThat(slow.getItems()).hasSize(MANY / 2);
        slow.assertNotTerminated();
    }
}
