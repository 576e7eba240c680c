/** What runs in the infrastructure JVM: broker and object store. */
package io.astrochrome.standalone.infrastructure;
