package io.astrochrome.imaging.write;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.compose.KnownColours;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.Safetensors;
import io.astrochrome.tensors.SafetensorsFormatException;
import io.astrochrome.tensors.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The known colours of a picture as a safetensors file of half floats, shape [height, width] each: {@code l}, {@code a} and
 * {@code b} normalised as networks see them, {@code measured} and {@code physics} from 0 to 1.
 */
public final class KnownColoursFile {
    /** Its media type. */
    public static final String MEDIA_TYPE = "application/vnd.safetensors";

    private KnownColoursFile() {}

    /** The file's bytes; the same colours give the same ones. */
    public static byte[] toBytes(KnownColours known) {
        LabImage colour = known.colour();
        Map<String, Tensor> planes = new LinkedHashMap<>();
        planes.put("l", plane(colour, LabScale.normaliseLightness(colour.lStar())));
        planes.put("a", plane(colour, LabScale.normaliseChroma(colour.requireA())));
        planes.put("b", plane(colour, LabScale.normaliseChroma(colour.requireB())));
        planes.put("measured", plane(colour, known.measured()));
        planes.put("physics", plane(colour, known.physics()));
        return new Safetensors(Map.of(), planes).toBytes();
    }

    /**
     * The colours that {@link #toBytes} wrote.
     *
     * @throws IOException where the bytes are something else
     */
    public static KnownColours read(byte[] bytes) throws IOException {
        Safetensors file = Safetensors.read(ByteBuffer.wrap(bytes));
        long[] shape = file.tensor("l").shape();
        if (shape.length != 2) {
            throw new SafetensorsFormatException("known colours have planes of two dimensions, not " + shape.length);
        }
        try {
            LabImage colour = new LabImage(
                    (int) shape[1],
                    (int) shape[0],
                    LabScale.lStar(floats(file, "l")),
                    LabScale.chroma(floats(file, "a")),
                    LabScale.chroma(floats(file, "b")));
            return new KnownColours(colour, floats(file, "measured"), floats(file, "physics"));
        } catch (IllegalArgumentException e) {
            throw new SafetensorsFormatException("not known colours: " + e.getMessage(), e);
        }
    }

    private static Tensor plane(LabImage colour, float[] values) {
        return Tensor.ofHalves(HalfFloat.fromFloats(values), colour.height(), colour.width());
    }

    private static float[] floats(Safetensors file, String name) throws SafetensorsFormatException {
        return HalfFloat.toFloats(file.tensor(name).toHalves());
    }
}
