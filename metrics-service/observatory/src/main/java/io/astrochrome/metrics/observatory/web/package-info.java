/** The page's HTTP side: what it reads, what it is told of, and where its uploads go. */
package io.astrochrome.metrics.observatory.web;
