/** The models that are loaded, by what each is for, and the leases by which they are used. */
package io.astrochrome.colorize.model;
