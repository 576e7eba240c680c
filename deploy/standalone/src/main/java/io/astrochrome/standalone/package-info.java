/**
 * The whole system on one machine: one JVM for broker and object store, one for each service, loopback only.
 *
 * <p>{@code cli} is what {@code ./run} starts, {@code stack} says which processes there are, {@code process} keeps them
 * alive, {@code folder} is what survives a restart, {@code infrastructure} and {@code child} run inside the processes.
 */
@NullMarked
package io.astrochrome.standalone;

import org.jspecify.annotations.NullMarked;
