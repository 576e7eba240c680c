/** Models on the page, and what people decide about them. */
@NullMarked
package io.astrochrome.metrics.observatory.models;

import org.jspecify.annotations.NullMarked;
