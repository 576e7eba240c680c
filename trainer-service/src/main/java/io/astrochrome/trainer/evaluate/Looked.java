package io.astrochrome.trainer.evaluate;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.model.Prediction;
import io.astrochrome.trainer.data.NormalisedLab;
import java.util.Collections;
import java.util.List;

/** A crop in all looks. */
public final class Looked {
    private Looked() {}

    /** One batch through the network: a frame for each look, as vivid as that look is. */
    public static Prediction at(ColourModel model, List<Look> looks, NormalisedLab crop) {
        float[] vividness = new float[looks.size()];
        for (int i = 0; i < vividness.length; i++) {
            vividness[i] = looks.get(i).vividness();
        }
        return model.predict(
                        Collections.nCopies(looks.size(), crop.l()),
                        looks.stream().map(Look::palette).toList(),
                        crop.height(),
                        crop.width())
                .vivid(vividness);
    }
}
