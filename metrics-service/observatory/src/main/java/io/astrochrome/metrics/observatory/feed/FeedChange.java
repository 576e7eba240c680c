package io.astrochrome.metrics.observatory.feed;

import io.astrochrome.events.night.SubJudged;

/** What has changed on the page. */
public sealed interface FeedChange {
    /** An item is new, or is another than before. */
    record ItemChanged(FeedItem item) implements FeedChange {}

    /** A model was published, or something was decided about models. */
    record ModelsChanged() implements FeedChange {}

    /** An exposure was judged. */
    record SubHeard(SubJudged sub) implements FeedChange {}

    /** A training run has told of itself. */
    record RunHeard(String runId) implements FeedChange {}

    /** A record was given up. */
    record LetterFound(DeadLetter letter) implements FeedChange {}
}
