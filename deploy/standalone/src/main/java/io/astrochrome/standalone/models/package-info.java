/** What {@code ./run models} asks the running system. */
package io.astrochrome.standalone.models;
