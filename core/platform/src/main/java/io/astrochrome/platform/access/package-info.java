/**
 * Who may ask a service for what over HTTP: everybody on this machine where it is bound to loopback, else whoever has a
 * key or a token. A rule for all paths of a service, those to come included.
 */
@NullMarked
package io.astrochrome.platform.access;

import org.jspecify.annotations.NullMarked;
