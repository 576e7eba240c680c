/** The page that shows how frames are coloured, and what people ask for on it. */
package io.astrochrome.metrics.observatory;
