package io.astrochrome.colorize.composing;

import io.astrochrome.events.PictureReferences;
import java.util.Map;

/**
 * Where a frame's pictures are, and how long each step took.
 *
 * @param millis by the step's name ({@code fetch}, {@code compose}, {@code store}), in ms, in their order
 */
public record StoredPictures(PictureReferences pictures, Map<String, Double> millis) {}
