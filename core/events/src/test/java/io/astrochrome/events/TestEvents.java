package io.astrochrome.events;

import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubMeasured;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.events.night.SubShown;
import io.astrochrome.tensors.TensorGrid;
import java.time.Instant;
import java.util.Map;

/** One valid record of each kind. */
final class TestEvents {
    static final String ID = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    static final Instant AT = Instant.parse("2026-03-04T05:06:07.891Z");
    static final ObjectReference OBJECT = new ObjectReference("astrochrome", "frames/ba/" + ID, 5760, ID);
    static final TensorGrid GEOMETRY = new TensorGrid(100, 60, 64, 32, 50, 30);
    static final StretchApplied STRETCH = new StretchApplied("midtone-linked", "target", Map.of("midtones", 0.02));

    private TestEvents() {}

    static FrameIngested frame() {
        return new FrameIngested(
                ID,
                "M 31",
                OBJECT,
                "image/fits",
                "andromeda \u2013 1.fits",
                Purpose.TRAIN,
                "http",
                AT,
                AT,
                null,
                Map.of("class", "galaxy"));
    }

    static LabTensor tensor(boolean coloured) {
        short[] plane = plane(1);
        return new LabTensor(
                frame(), GEOMETRY, STRETCH, OBJECT, AT, plane, coloured ? plane(2) : null, coloured ? plane(3) : null);
    }

    static FrameStack stack() {
        return new FrameStack(
                ID, "hoo", Map.of("Ha", 3, "OIII", 2), Map.of("Ha", 180.0, "OIII", 240.0), 0.7, 0, 0.3, OBJECT);
    }

    static SubJudged sub() {
        return new SubJudged(
                frame(),
                "Ha 7nm",
                "Ha",
                60,
                SubPlace.STACKED,
                null,
                SubShown.STACK,
                new SubMeasured(120, 2.7, 1.1, 800.5, 12.25),
                0.06,
                0.9,
                "dark of 60 s",
                3,
                AT);
    }

    static FrameColorized colorized() {
        PictureReferences pictures = new PictureReferences(OBJECT, OBJECT, null);
        return new FrameColorized(
                frame(),
                GEOMETRY,
                STRETCH,
                ID,
                "small",
                "CPU",
                pictures,
                Map.of("inference", 12.5),
                AT,
                plane(4),
                plane(5));
    }

    static ModelDecision decision(
            String alias, String modelId, ObjectReference object, ChallengerMode mode, Double canaryShare) {
        return new ModelDecision(
                "gate-1",
                alias,
                DecisionKind.PROMOTED,
                modelId,
                object,
                null,
                ID,
                mode,
                canaryShare,
                true,
                "it is better",
                "gate",
                Map.of("gain", 0.2),
                AT);
    }

    private static short[] plane(int seed) {
        short[] plane = new short[GEOMETRY.pixels()];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (short) (i * 31 + seed);
        }
        return plane;
    }
}
