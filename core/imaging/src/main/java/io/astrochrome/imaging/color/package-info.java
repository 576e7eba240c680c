/** CIELAB under D65, the planes that carry it, and how they are reduced to the grid that a network sees. */
package io.astrochrome.imaging.color;
