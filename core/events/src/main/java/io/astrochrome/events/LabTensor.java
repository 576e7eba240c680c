package io.astrochrome.events;

import io.astrochrome.tensors.TensorGrid;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A frame as the networks see it: normalised CIELAB (D65) planes in half precision, row by row from the top left.
 * {@code lightness} is 2 L&#42;/100 - 1; {@code a} and {@code b} are a&#42;/110 and b&#42;/110. Arrays are shared, not copied.
 *
 * @param luminance the full-resolution 16-bit luminance; null where the frame is only learnt from
 * @param lightness one value a pixel of the geometry's grid
 * @param a as {@code lightness}, or null where the frame has no colour
 * @param b as {@code a}
 * @param stack where the picture is of several exposures, of which {@code frame} is the newest one; else null
 */
public record LabTensor(
        FrameIngested frame,
        TensorGrid geometry,
        StretchApplied stretch,
        @Nullable ObjectReference luminance,
        Instant preparedAt,
        short[] lightness,
        short @Nullable [] a,
        short @Nullable [] b,
        @Nullable FrameStack stack) {
    // Written out, since a compact one's parameters do not say to callers which of the arrays may be null.
    public LabTensor(
            FrameIngested frame,
            TensorGrid geometry,
            StretchApplied stretch,
            @Nullable ObjectReference luminance,
            Instant preparedAt,
            short[] lightness,
            short @Nullable [] a,
            short @Nullable [] b,
            @Nullable FrameStack stack) {
        Rules.present("frame", frame);
        Rules.present("geometry", geometry);
        Rules.present("stretch", stretch);
        Rules.present("preparedAt", preparedAt);
        Rules.length("lightness", lightness, geometry.pixels());
        if ((a == null) != (b == null)) {
            throw new IllegalArgumentException("a and b must be given both or neither");
        }
        if (a != null && b != null) {
            Rules.length("a", a, geometry.pixels());
            Rules.length("b", b, geometry.pixels());
        }
        this.frame = frame;
        this.geometry = geometry;
        this.stretch = stretch;
        this.luminance = luminance;
        this.preparedAt = preparedAt;
        this.lightness = lightness;
        this.a = a;
        this.b = b;
        this.stack = stack;
    }

    /** A single exposure's. */
    public LabTensor(
            FrameIngested frame,
            TensorGrid geometry,
            StretchApplied stretch,
            @Nullable ObjectReference luminance,
            Instant preparedAt,
            short[] lightness,
            short @Nullable [] a,
            short @Nullable [] b) {
        this(frame, geometry, stretch, luminance, preparedAt, lightness, a, b, null);
    }

    /** The same for the same picture; an exposure's id, and where it is shown in a stack that one's. */
    public String pictureId() {
        return FrameStack.pictureId(frame, stack);
    }

    /** The palette asked for, as {@link FrameIngested#palette}; null where nothing was asked for. */
    public @Nullable String palette() {
        return frame.palette();
    }

    /** Names or roles of the filters that the picture was taken through, as far as they are known. */
    public Set<String> filters() {
        if (stack != null) {
            return stack.subs().keySet();
        }
        String filter = frame.labels().get(FrameLabels.FILTER);
        return filter == null ? Set.of() : Set.of(filter);
    }

    /** Whether it is learnt from or measured with: a training or validation frame's, or a stack's with measured colours. */
    public boolean isLesson() {
        return frame.purpose() != Purpose.LIVE || (stack != null && hasColour());
    }

    /** The same for lessons of which the newest counts: the frame's id, and of a stack its target. */
    public String lessonKey() {
        return frame.purpose() == Purpose.LIVE ? frame.target() : frame.frameId();
    }

    /** a&#42; of a frame that is known to have colour. */
    public short[] requireA() {
        return Objects.requireNonNull(a, "a frame without colour has no a*");
    }

    /** b&#42; of a frame that is known to have colour. */
    public short[] requireB() {
        return Objects.requireNonNull(b, "a frame without colour has no b*");
    }

    /** Whether the frame has colour, which is the truth to learn from and to score against. */
    public boolean hasColour() {
        return a != null;
    }
}
