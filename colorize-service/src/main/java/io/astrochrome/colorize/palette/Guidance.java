package io.astrochrome.colorize.palette;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.PaletteLayout;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.imaging.palette.PlaceColours;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What steers a frame's colours. The arrays are shared.
 *
 * @param name what is recorded with the frame; null where nothing steers
 * @param vector as many values as the model takes; null where nothing steers
 * @param vividness what the model's chroma is multiplied by, above 0 and at most {@value #MOST_VIVID}
 * @param places the colours that like places are to have; null where the model's are theirs
 */
public record Guidance(
        @Nullable String name,
        float @Nullable [] vector,
        float vividness,
        @Nullable PlaceColours places) {
    /** More would be paint. */
    public static final float MOST_VIVID = 8;

    /** The model's own choice. */
    public static final Guidance NONE = new Guidance(null, null);

    /** Without places. */
    public Guidance(@Nullable String name, float @Nullable [] vector, float vividness) {
        this(name, vector, vividness, null);
    }

    /** As vivid as the model has it. */
    public Guidance(@Nullable String name, float @Nullable [] vector) {
        this(name, vector, 1);
    }

    public Guidance {
        if ((name == null) != (vector == null)) {
            throw new IllegalArgumentException("a guidance has a name and a vector, or neither");
        }
        if (!(vividness > 0 && vividness <= MOST_VIVID)) {
            throw new IllegalArgumentException(
                    "vividness must be above 0 and at most " + MOST_VIVID + ", not " + vividness);
        }
    }

    /** What the model made of a picture, as vivid as is wanted, with the colours of like places. */
    public LabImage steer(LabImage made) {
        return places == null ? made : places.timesVivid(vividness).steer(made);
    }

    /** One of a model's looks. */
    public static Guidance of(Look look) {
        return new Guidance(PaletteRequest.LOOK + look.name(), look.palette(), look.vividness());
    }

    /** The same, so many times as vivid. */
    public Guidance timesVivid(float factor) {
        return new Guidance(name, vector, vividness * factor, places);
    }

    /**
     * What is recorded with a frame that this steered: a model that offers looks gives the likeliest where nothing else is
     * asked for; null where nothing steered.
     *
     * @param told how likely the model says that its looks are for that frame
     */
    public @Nullable String recorded(ColourModel model, float[] told) {
        if (name != null || told.length == 0) {
            return name;
        }
        return PaletteRequest.LOOK + model.looks().get(likeliest(told)).name();
    }

    /**
     * The look that suits a frame best by all that is known of it, where nothing is asked for and the model by the lightness alone gave
     * another one; as vivid as this.
     *
     * @param told how likely the model says that its looks are for that frame
     * @param facts what else is known of the frame
     */
    public Optional<Guidance> suitsBetter(ColourModel model, float[] told, Set<String> facts) {
        if (name != null || told.length == 0) {
            return Optional.empty();
        }
        int likeliest = likeliest(Look.likelihoods(model.looks(), told, facts));
        return likeliest == likeliest(told)
                ? Optional.empty()
                : Optional.of(of(model.looks().get(likeliest)).timesVivid(vividness));
    }

    private static int likeliest(float[] likelihoods) {
        int likeliest = 0;
        for (int look = 1; look < likelihoods.length; look++) {
            if (likelihoods[look] > likelihoods[likeliest]) {
                likeliest = look;
            }
        }
        return likeliest;
    }

    /** Whether a model can be steered by palettes at all. */
    public static boolean isFollowedBy(ColourModel model) {
        return PaletteLayout.isWidth(model.paletteSize());
    }

    /** A palette that was asked for, as a model takes it; none where it takes none. */
    public static Guidance of(String name, Palette palette, ColourModel model) {
        return of(name, palette, PaletteTrust.CERTAIN, model);
    }

    /**
     * A palette as a model takes it, trusted so far; none where it takes none. By a name that a look of the model has it is that
     * look: it has learnt what the palette was written for.
     */
    static Guidance of(String name, Palette palette, PaletteTrust trust, ColourModel model) {
        return model.look(name).map(Guidance::of).orElseGet(() -> ofPalette(name, palette, trust, model));
    }

    private static Guidance ofPalette(String name, Palette palette, PaletteTrust trust, ColourModel model) {
        if (!isFollowedBy(model)) {
            return NONE;
        }
        float[] vector = trust.weigh(palette.vector(new PaletteLayout(model.paletteSize())));
        return new Guidance(name, vector, 1, trust == PaletteTrust.CERTAIN ? palette.places() : null);
    }
}
