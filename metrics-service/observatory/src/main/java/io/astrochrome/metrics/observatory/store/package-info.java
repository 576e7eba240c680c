/** How large the object store has become, by kind of object. */
package io.astrochrome.metrics.observatory.store;
