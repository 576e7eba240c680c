/** What runs inside every process that the launcher starts. */
package io.astrochrome.standalone.child;
