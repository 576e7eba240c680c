package io.astrochrome.standalone.demo;

import java.nio.file.Path;

/**
 * A frame that the demo sends.
 *
 * @param target what the telescope points at
 * @param shows what the frame is there to show, for people
 */
public record DemoFrame(Path file, String target, String shows) {}
