/**
 * What the services say to each other: the records on Kafka, the topics' names, and how a record becomes bytes. Events
 * without tensors are JSON; those with tensors are safetensors files whose metadata holds the JSON.
 */
@NullMarked
package io.astrochrome.events;

import org.jspecify.annotations.NullMarked;
