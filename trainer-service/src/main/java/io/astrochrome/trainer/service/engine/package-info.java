/** What the service shows of its engine. */
package io.astrochrome.trainer.service.engine;
