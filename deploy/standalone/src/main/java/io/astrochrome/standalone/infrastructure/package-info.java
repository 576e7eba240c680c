/** What runs in the infrastructure JVM: broker and object store. */
@NullMarked
package io.astrochrome.standalone.infrastructure;

import org.jspecify.annotations.NullMarked;
