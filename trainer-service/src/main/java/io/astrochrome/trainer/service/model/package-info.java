/** How a model that was learnt is published. */
package io.astrochrome.trainer.service.model;
