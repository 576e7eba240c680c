/** What the services say where they refuse a request. */
package io.astrochrome.standalone.problem;
