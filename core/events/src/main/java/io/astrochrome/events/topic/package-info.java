/** The table of topics: what is on each, and which service reads and writes it. */
package io.astrochrome.events.topic;
