package io.astrochrome.trainer.data;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.DecodeOutcome;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.decode.Rejected;
import io.astrochrome.imaging.prepare.FramePipeline;
import io.astrochrome.imaging.prepare.TensorPlanes;
import io.astrochrome.imaging.prepare.TensorShape;
import io.astrochrome.imaging.stretch.StretchChoice;
import io.astrochrome.imaging.stretch.StretchCurve;
import java.nio.file.Path;
import java.time.Instant;

/** A colour picture's file as the tensor that the stream would carry by default. Thread-safe. */
final class LabTensorMaker {
    private static final TensorShape SHAPE = TensorShape.whole(FramePipeline.TRAINING_SIDE);

    private final FrameDecoder decoder = new FrameDecoder(DecodeLimits.DEFAULT);
    private final FramePipeline pipeline = new FramePipeline(StretchChoice.DEFAULT);

    LabTensor make(Path file, FrameIngested frame) throws DataException {
        DecodedFrame decoded = decode(file, frame.fileName());
        StretchCurve curve = pipeline.fit(decoded);
        TensorPlanes planes = pipeline.reduce(curve.applyInPlace(decoded), SHAPE);
        return new LabTensor(
                frame,
                planes.grid(),
                new StretchApplied(curve.name(), "frame", curve.parameters()),
                null,
                Instant.now(),
                planes.lightness(),
                planes.a(),
                planes.b());
    }

    private DecodedFrame decode(Path file, String name) throws DataException {
        DecodeOutcome outcome = decoder.decode(file, name);
        if (outcome instanceof Rejected rejected) {
            throw new DataException(rejected.message());
        }
        DecodedFrame frame = ((Decoded) outcome).frame();
        if (frame.channels() != 3) {
            throw new DataException(name + " has no colour to learn from");
        }
        return frame;
    }
}
