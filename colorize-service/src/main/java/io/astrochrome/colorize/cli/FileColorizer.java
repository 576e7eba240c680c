package io.astrochrome.colorize.cli;

import io.astrochrome.colorize.composing.FramePictures;
import io.astrochrome.colorize.composing.SoftwareVersion;
import io.astrochrome.colorize.palette.Guidance;
import io.astrochrome.colorize.tensor.ReducedPicture;
import io.astrochrome.imaging.catalogue.PictureFacts;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.imaging.decode.DecodeOutcome;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FileTrouble;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Rejected;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.prepare.FramePipeline;
import io.astrochrome.imaging.prepare.FrameReducer;
import io.astrochrome.imaging.prepare.TensorPlanes;
import io.astrochrome.imaging.prepare.TensorShape;
import io.astrochrome.imaging.stretch.NoStretch;
import io.astrochrome.imaging.stretch.StretchChoice;
import io.astrochrome.imaging.stretch.StretchCurve;
import io.astrochrome.imaging.stretch.StretchedFrame;
import io.astrochrome.imaging.write.Provenance;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Prediction;
import io.astrochrome.storage.Sha256;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Colours one file the way the stream does. Thread-safe as far as its progress is. */
final class FileColorizer {
    private final FrameDecoder decoder;
    private final FramePipeline pipeline;
    private final TensorShape shape;
    private final ColourModel model;
    private final FramePictures pictures;
    private final Guidance guidance;
    private final boolean sheet;

    FileColorizer(
            FrameDecoder decoder,
            StretchChoice stretches,
            ColourModel model,
            FramePictures pictures,
            Guidance guidance,
            boolean sheet) {
        this.decoder = decoder;
        this.pipeline = new FramePipeline(stretches);
        this.shape = TensorShape.live(model.metadata().side());
        this.model = model;
        this.pictures = pictures;
        this.guidance = guidance;
        this.sheet = sheet;
    }

    /**
     * Writes the frame's pictures.
     *
     * @param stem of the pictures' names
     * @param progress is told of each step
     */
    ColorizeOutcome colour(Path file, Path stem, FrameProgress progress) {
        String name = file.getFileName().toString();
        try {
            DecodeOutcome outcome = decoder.decode(file, name);
            if (outcome instanceof Rejected rejected) {
                return new ColorizeOutcome.Refused(rejected.message());
            }
            progress.decoded();
            return paint(file, stem, stretched(((Decoded) outcome).frame()), progress);
        } catch (IOException e) {
            return new ColorizeOutcome.Refused(name + " cannot be coloured: " + FileTrouble.of(e) + where(e));
        } catch (OutOfMemoryError e) {
            return new ColorizeOutcome.Refused(name + ": there is not enough memory for it; give Java more with -Xmx");
        }
    }

    /** Which file the trouble is with, where it says so: it may be one of the pictures. */
    private static String where(IOException failure) {
        return failure instanceof FileSystemException known && known.getFile() != null
                ? " (" + known.getFile() + ")"
                : "";
    }

    /** What is left of a decoded frame: its own pixels are not kept while the pictures are written. */
    record Stretched(
            StretchCurve curve,
            Luminance16 luminance,
            TensorPlanes planes,
            List<String> fitsCards,
            @Nullable String object,
            Set<String> facts,
            boolean fits,
            List<String> notes) {}

    Stretched stretched(DecodedFrame frame) {
        StretchCurve curve = pipeline.fit(frame);
        List<String> notes = new ArrayList<>(frame.notes());
        if (frame.linear() && curve.name().equals(NoStretch.NAME)) {
            notes.add("is linear and was not stretched, as was asked: it may look black");
        }
        StretchedFrame stretched = curve.applyInPlace(frame);
        return new Stretched(
                curve,
                FrameReducer.luminance(stretched),
                pipeline.reduce(stretched, shape),
                frame.fitsCards(),
                frame.object().orElse(null),
                PictureFacts.of(
                        frame.object().orElse(null),
                        null,
                        List.of(SubFacts.of(frame, FilterNames.STANDARD).filter())),
                frame.mediaType() == MediaType.FITS,
                notes);
    }

    private ColorizeOutcome paint(Path file, Path stem, Stretched frame, FrameProgress progress) throws IOException {
        Coloured coloured = coloured(frame);
        LabImage reduced = coloured.picture();
        progress.coloured();
        pictures.paint(
                progress.watching(frame.luminance),
                frame.fitsCards,
                reduced,
                provenance(file, frame, coloured.palette()),
                PictureFiles.of(stem, frame.fits));
        if (sheet) {
            frame.notes.add(sheet(file, stem, frame));
        }
        return new ColorizeOutcome.Coloured(frame.luminance.width(), frame.luminance.height(), frame.fits, frame.notes);
    }

    /** A frame's reduced colours, and what is recorded of what steered them. */
    private record Coloured(LabImage picture, @Nullable String palette) {}

    private Coloured coloured(Stretched frame) {
        TensorGrid grid = frame.planes.grid();
        float[] lightness = HalfFloat.toFloats(frame.planes.lightness());
        Prediction prediction = predicted(grid, lightness, guidance);
        Optional<Guidance> better = guidance.suitsBetter(model, prediction.looks(0), frame.facts);
        if (better.isPresent()) {
            prediction = predicted(grid, lightness, better.get());
        }
        LabImage picture = LabImage.ofNormalised(grid, lightness, prediction.a(0), prediction.b(0));
        return new Coloured(guidance.steer(picture), better.orElse(guidance).recorded(model, prediction.looks(0)));
    }

    private Prediction predicted(TensorGrid grid, float[] lightness, Guidance by) {
        return model.predict(List.of(lightness), grid.height(), grid.width(), by.vector())
                .vivid(by.vividness());
    }

    /** Writes the sheet of all looks, and says which is where. */
    private String sheet(Path file, Path stem, Stretched frame) throws IOException {
        LookSheet looks = LookSheet.of(model, frame.planes, frame.facts, guidance.vividness());
        LabImage picture = looks.picture();
        pictures.paint(
                ReducedPicture.luminance(picture),
                List.of(),
                picture,
                provenance(file, frame, looks.palette()),
                PictureFiles.sheet(stem));
        return "in all looks row by row, the likeliest first: " + String.join(", ", looks.names());
    }

    private Provenance provenance(Path file, Stretched frame, @Nullable String palette) {
        return new Provenance(
                SoftwareVersion.CURRENT,
                model.modelId(),
                model.metadata().name(),
                file.getFileName().toString(),
                Sha256.of(file),
                frame.object,
                frame.curve.name(),
                frame.curve.parameters(),
                palette);
    }
}
