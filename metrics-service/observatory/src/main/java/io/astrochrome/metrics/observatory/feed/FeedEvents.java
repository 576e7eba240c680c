package io.astrochrome.metrics.observatory.feed;

import io.astrochrome.metrics.registry.decisions.ModelsChanged;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Tells whoever listens what changes on the page. A listener that does not keep up is cut off and comes back by itself:
 * the page reads the feed anew when it reconnects.
 */
@ApplicationScoped
public class FeedEvents {
    private static final int BUFFERED_CHANGES = 256;

    private final BroadcastProcessor<FeedChange> changes = BroadcastProcessor.create();

    /** Tells everybody; a change that comes from several threads at once is told one after the other. */
    public synchronized void tell(FeedChange change) {
        changes.onNext(change);
    }

    void changed(@Observes ModelsChanged models) {
        tell(new FeedChange.ModelsChanged());
    }

    /** Changes from now on. */
    public Multi<FeedChange> changes() {
        return changes.onOverflow().buffer(BUFFERED_CHANGES);
    }
}
