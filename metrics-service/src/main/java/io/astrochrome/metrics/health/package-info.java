/** Whether the service does its work: red where a consumer stands still. */
package io.astrochrome.metrics.health;
