/** What strangers may send, changed again and again, given to whoever reads it. */
package io.astrochrome.fuzz;
