package io.astrochrome.storage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of objects that there are; each has the first part of its keys to itself. */
public enum ObjectKind {
    /** Frames' bytes, as they came; nobody can make them again. */
    FRAMES(Life.A_FRAMES),
    /** Which frames were taken in, and what for; goes with the frame. */
    INGESTED(Life.A_FRAMES),
    /** Full-resolution luminance; made again of the frame. */
    LUMINANCE(Life.A_FRAMES),
    /** What is known of stacked pictures' colours; made again of the stacks. */
    COMPOSITES(Life.A_FRAMES),
    /** Coloured pictures; made again of frames and models. */
    COLORIZED(Life.A_FRAMES),
    /** Which frames a person wants to keep. */
    PINS(Life.A_FRAMES),
    /** Stacks and the journals of their exposures. */
    NIGHTS(Life.ITS_TARGETS),
    /** Static stretches of sequences. */
    STRETCH(Life.ITS_TARGETS),
    /** Requests to fit stretches anew. */
    STRETCH_RESETS(Life.ITS_TARGETS),
    /** What people want of stacks. */
    STACK_ORDERS(Life.ITS_TARGETS),
    /** The colours of targets' own colour frames. */
    PALETTES(Life.ITS_TARGETS),
    /** Published models; the history of decisions refers to them for ever. */
    MODELS(Life.THE_HISTORYS),
    /** What training runs keep; of no use once the run is over. */
    CHECKPOINTS(Life.A_RUNS);

    private static final int ID_DIGITS = 64;

    private final Life life;

    ObjectKind(Life life) {
        this.life = life;
    }

    private enum Life {
        A_FRAMES,
        ITS_TARGETS,
        THE_HISTORYS,
        A_RUNS
    }

    /** What people and meters call it, and what its keys begin with. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What its keys begin with, and no other's. */
    public String prefix() {
        return label() + "/";
    }

    /** Whether each of its objects belongs to a frame, whose id is in the key. */
    public boolean isOfFrames() {
        return life == Life.A_FRAMES;
    }

    /** The frame that an object belongs to; empty where objects of its kind belong to none, or the key names none. */
    public Optional<String> frameId(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        return isOfFrames() && name.length() >= ID_DIGITS
                ? Optional.of(name.substring(0, ID_DIGITS))
                : Optional.empty();
    }

    /**
     * The kind that people call so.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static ObjectKind labelled(String label) {
        return Stream.of(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no kind of object " + label));
    }
}
