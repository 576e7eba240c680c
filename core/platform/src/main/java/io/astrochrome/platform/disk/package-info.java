/** The room on the disk that a service needs, and whether there is enough. */
package io.astrochrome.platform.disk;
