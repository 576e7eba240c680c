/** What the service is told, and its name among others; its rooms are the packages below. */
package io.astrochrome.trainer.service;
