/** Which processes there are, how their JVMs are tuned and what each is told. */
package io.astrochrome.standalone.stack;
