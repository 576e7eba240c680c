package io.astrochrome.standalone.demo;

import java.nio.file.Path;

/**
 * A frame that the demo sends.
 *
 * @param target what the telescope points at
 * @param shows what the frame is there to show, for people
 * @param exposure whether it is an exposure of a night, to be stacked with the others of its target
 */
public record DemoFrame(Path file, String target, String shows, boolean exposure) {
    /** A frame to be coloured by itself. */
    public DemoFrame(Path file, String target, String shows) {
        this(file, target, shows, false);
    }
}
