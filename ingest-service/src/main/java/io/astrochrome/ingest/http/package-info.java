/** Frames by HTTP: raw bodies and forms of many files. */
package io.astrochrome.ingest.http;
