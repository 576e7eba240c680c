package io.astrochrome.colorize.decision;

import java.nio.file.Path;

/** The model file that the service is configured with, for as long as nothing better is decided. */
public record ShippedModel(Path file, String modelId) {}
