package io.astrochrome.trainer.data;

import io.astrochrome.events.Purpose;
import io.astrochrome.tensors.TensorGrid;
import java.nio.ShortBuffer;

/**
 * A colour picture to learn from or to measure with. Its planes are half-precision views of the store's mapped file, read
 * when they are asked for. Immutable and thread-safe.
 *
 * @param id SHA-256 of the picture's bytes
 * @param name the file's name, for people
 * @param group pictures of one group show the same object; empty where unknown
 * @param category the object's class, such as {@code nebula}; empty where unknown
 */
public record TrainingPicture(
        String id,
        String name,
        Purpose purpose,
        String group,
        String category,
        TensorGrid geometry,
        ShortBuffer lightness,
        ShortBuffer a,
        ShortBuffer b) {

    /** Width without the padding, in px. */
    public int width() {
        return geometry.contentWidth();
    }

    /** Height without the padding, in px. */
    public int height() {
        return geometry.contentHeight();
    }

    /** The picture's planes as floats, without the padding; newly allocated. */
    public NormalisedLab planes() {
        NormalisedLab planes = NormalisedLab.ofSize(width(), height());
        read(lightness, planes.l());
        read(a, planes.a());
        read(b, planes.b());
        return planes;
    }

    private void read(ShortBuffer halves, float[] values) {
        short[] row = new short[width()];
        for (int y = 0; y < height(); y++) {
            halves.get(y * geometry.width(), row);
            for (int x = 0; x < row.length; x++) {
                values[y * row.length + x] = HalfTable.toFloat(row[x]);
            }
        }
    }

    /** The same picture under what another manifest says of it. */
    TrainingPicture described(String newName, Purpose newPurpose, String newGroup, String newCategory) {
        return new TrainingPicture(id, newName, newPurpose, newGroup, newCategory, geometry, lightness, a, b);
    }
}
