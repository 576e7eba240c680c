package io.astrochrome.imaging.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The project's own FITS keywords; all begin with AC. */
final class ColourKeywords {
    private static final String SYNTHETIC = "ACSYNTH";
    /** How the card begins by which a picture says that it was made here. */
    static final String SYNTHETIC_CARD = "ACSYNTH =                    ";

    private static final String SOURCE_TYPE = "ACDSTYPE";
    private static final String MODEL = "ACMODEL";
    private static final String MODEL_SHA = "ACMODSHA";
    private static final String STRETCH = "ACSTRTCH";
    private static final String STRETCH_PARAMETERS = "ACSTRPAR";
    private static final String SOURCE = "ACSRC";
    private static final String SOURCE_SHA = "ACSRCSHA";
    private static final String PALETTE = "ACPALETT";
    private static final String VERSION = "ACVERS";
    private static final String FORMULA = "ACFORMUL";
    private static final String SUBS = "ACSUBS";
    private static final String EXPOSURES = "ACEXPTS";
    private static final String MEASURED = "ACMEASUR";
    private static final String PHYSICS = "ACPHYSIC";
    private static final String REFERENCE = "ACREFER";
    private static final String GUESSED = "ACGUESS";

    static final Set<String> ALL = Set.of(
            SYNTHETIC,
            SOURCE_TYPE,
            MODEL,
            MODEL_SHA,
            STRETCH,
            STRETCH_PARAMETERS,
            SOURCE,
            SOURCE_SHA,
            PALETTE,
            VERSION,
            FORMULA,
            SUBS,
            EXPOSURES,
            MEASURED,
            PHYSICS,
            REFERENCE,
            GUESSED);

    private ColourKeywords() {}

    static List<String> of(Provenance provenance) {
        List<String> cards = new ArrayList<>();
        boolean synthetic = provenance.isSynthetic();
        cards.add(FitsCard.logical(
                SYNTHETIC, synthetic, synthetic ? "colours are synthetic, not measured" : "colours were measured"));
        cards.addAll(FitsCard.text(SOURCE_TYPE, XmpPacket.sourceType(provenance), "IPTC"));
        if (synthetic) {
            cards.addAll(FitsCard.text(
                    MODEL, Objects.requireNonNull(provenance.modelName()), "model that made the colours"));
            cards.addAll(FitsCard.text(MODEL_SHA, Objects.requireNonNull(provenance.modelId()), "SHA-256"));
        }
        if (provenance.measured() != null) {
            cards.addAll(of(provenance.measured()));
        }
        cards.addAll(FitsCard.text(STRETCH, provenance.stretch(), "stretch that made the lightness"));
        if (!provenance.stretchParameters().isEmpty()) {
            cards.addAll(
                    FitsCard.text(STRETCH_PARAMETERS, parameters(provenance.stretchParameters()), "its parameters"));
        }
        cards.addAll(FitsCard.text(SOURCE, provenance.sourceFile(), "frame that was coloured"));
        cards.addAll(FitsCard.text(SOURCE_SHA, provenance.sourceSha256(), "SHA-256"));
        if (provenance.palette() != null) {
            cards.addAll(FitsCard.text(PALETTE, provenance.palette(), "what steered the colours"));
        }
        cards.addAll(FitsCard.text(VERSION, provenance.softwareVersion(), "version of Astrochrome"));
        cards.addAll(FitsCard.history(ColourSentence.of(provenance)));
        return cards;
    }

    private static List<String> of(MeasuredColours colours) {
        List<String> cards = new ArrayList<>();
        if (colours.formula() != null) {
            cards.addAll(FitsCard.text(FORMULA, colours.formula(), "how the filters were mixed"));
        }
        cards.addAll(FitsCard.text(SUBS, listed(colours.subs()), "exposures of each filter"));
        cards.addAll(FitsCard.text(EXPOSURES, listed(colours.seconds()), "seconds of each filter"));
        cards.add(FitsCard.number(MEASURED, colours.measured(), "share of the light with measured colour"));
        cards.add(FitsCard.number(PHYSICS, colours.physics(), "share with the colour of a line"));
        cards.add(FitsCard.number(REFERENCE, colours.reference(), "share coloured after another picture"));
        cards.add(FitsCard.number(GUESSED, colours.guessed(), "share whose colour was guessed"));
        return cards;
    }

    private static String listed(Map<String, ? extends Number> byRole) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(byRole).forEach((role, number) -> text.append(text.length() == 0 ? "" : " ")
                .append(role)
                .append(':')
                .append(number));
        return text.toString();
    }

    static String parameters(Map<String, Double> parameters) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(parameters).forEach((name, value) -> text.append(text.length() == 0 ? "" : " ")
                .append(name)
                .append('=')
                .append(value));
        return text.toString();
    }
}
