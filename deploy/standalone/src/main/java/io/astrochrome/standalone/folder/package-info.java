/** The data folder: what lies where in it, who holds it, and what a restart finds again. */
package io.astrochrome.standalone.folder;
