package io.astrochrome.trainer.data;

import io.astrochrome.events.FrameGeometry;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.color.ResampleKernel;
import io.astrochrome.imaging.color.Resampler;
import io.astrochrome.imaging.color.TensorGrid;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.DecodeOutcome;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.decode.Rejected;
import io.astrochrome.imaging.stretch.MidtoneStretch;
import io.astrochrome.imaging.stretch.NoStretch;
import io.astrochrome.imaging.stretch.Stretch;
import io.astrochrome.imaging.stretch.StretchCurve;
import io.astrochrome.imaging.stretch.StretchedFrame;
import io.astrochrome.tensors.HalfFloat;
import java.nio.file.Path;
import java.time.Instant;

/** A colour picture's file as the tensor that the stream would carry: short side 256 px, aspect kept. Thread-safe. */
final class LabTensorMaker {
    /** What a training frame's tensor has on its shorter side. */
    static final int SHORT_SIDE = 256;

    /** Aspect ratios beyond 8 : 1 are reduced further, so that one odd panorama does not fill the store. */
    private static final int LONGEST_SIDE = 2048;

    private final FrameDecoder decoder = new FrameDecoder(DecodeLimits.DEFAULT);
    private final Resampler resampler = new Resampler(ResampleKernel.LANCZOS3);

    LabTensor make(Path file, FrameIngested frame) throws DataException {
        DecodedFrame decoded = decode(file, frame.fileName());
        Stretch stretch = decoded.linear() ? MidtoneStretch.LINKED : new NoStretch();
        StretchCurve curve = stretch.fit(decoded);
        TensorGrid grid = TensorGrid.of(decoded.width(), decoded.height(), SHORT_SIDE, LONGEST_SIDE);
        LabImage lab = reduce(curve.applyInPlace(decoded), grid);
        return new LabTensor(
                frame,
                geometry(grid),
                new StretchApplied(curve.name(), "frame", curve.parameters()),
                null,
                Instant.now(),
                halves(grid, LabScale.normaliseLightness(lab.lStar())),
                halves(grid, LabScale.normaliseChroma(lab.a())),
                halves(grid, LabScale.normaliseChroma(lab.b())));
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

    private LabImage reduce(StretchedFrame frame, TensorGrid grid) {
        float[][] rgb = new float[3][];
        for (int c = 0; c < rgb.length; c++) {
            rgb[c] = resampler.resize(
                    frame.plane(c), frame.width(), frame.height(), grid.contentWidth(), grid.contentHeight());
            for (int i = 0; i < rgb[c].length; i++) {
                rgb[c][i] = Math.min(1f, Math.max(0f, rgb[c][i])); // Lanczos overshoots at stars
            }
        }
        return LabPlanes.fromSrgb(grid.contentWidth(), grid.contentHeight(), rgb[0], rgb[1], rgb[2]);
    }

    private static FrameGeometry geometry(TensorGrid grid) {
        return new FrameGeometry(
                grid.frameWidth(),
                grid.frameHeight(),
                grid.width(),
                grid.height(),
                grid.contentWidth(),
                grid.contentHeight());
    }

    private static short[] halves(TensorGrid grid, float[] content) {
        return HalfFloat.fromFloats(grid.pad(content));
    }
}
