package io.astrochrome.metrics.registry.decisions;

/** An event inside this process: a model was published, or something was decided about models. */
public record ModelsChanged() {}
