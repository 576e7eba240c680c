package io.astrochrome.preprocess.stack;

import io.astrochrome.events.night.SubJudged;
import java.util.List;

/** Some of a night's exposures, in the order in which they were judged. */
record JournalPage(List<SubJudged> subs) {
    /** Exposures of a page; only the newest page is ever written again, so that an exposure costs the same all night. */
    static final int SIZE = 64;

    JournalPage {
        subs = List.copyOf(subs);
    }
}
