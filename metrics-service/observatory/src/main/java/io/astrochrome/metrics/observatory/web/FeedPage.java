package io.astrochrome.metrics.observatory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the feed, newest first.
 *
 * @param next what to give as {@code after} for the items that follow; absent where there are no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedPage(List<FeedView> items, @Nullable String next) {}
