/** What the service is told, and its name among others; its rooms are the packages below. */
@NullMarked
package io.astrochrome.trainer.service;

import org.jspecify.annotations.NullMarked;
