/** Models on the page, and what people decide about them. */
package io.astrochrome.metrics.observatory.models;
