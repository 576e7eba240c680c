/** The page's HTTP side: what it reads, what it is told of, and where its uploads go. */
@NullMarked
package io.astrochrome.metrics.observatory.web;

import org.jspecify.annotations.NullMarked;
