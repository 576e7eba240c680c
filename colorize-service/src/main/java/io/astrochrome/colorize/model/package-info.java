/** The model that colours now, and how it is changed for another. */
package io.astrochrome.colorize.model;
