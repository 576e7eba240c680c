/** Runs that others ask for: their queue, their folders, their publication, and the interface to them. */
package io.astrochrome.trainer.service;
