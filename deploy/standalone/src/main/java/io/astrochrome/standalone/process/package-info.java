/** Processes that are kept alive: started, watched, started again after a crash, stopped in order. */
package io.astrochrome.standalone.process;
