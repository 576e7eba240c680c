/** The object store from configuration, and whether it answers. */
package io.astrochrome.platform.store;
