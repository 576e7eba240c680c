/** Frames by HTTP: raw bodies and forms of many files. */
@NullMarked
package io.astrochrome.ingest.http;

import org.jspecify.annotations.NullMarked;
