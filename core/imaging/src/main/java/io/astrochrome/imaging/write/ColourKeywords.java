package io.astrochrome.imaging.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The project's own FITS keywords; all begin with AC. */
final class ColourKeywords {
    private static final String SYNTHETIC = "ACSYNTH";
    /** How the card begins by which a picture says that its colours were made here. */
    static final String SYNTHETIC_CARD = "ACSYNTH =                    T";

    private static final String SOURCE_TYPE = "ACDSTYPE";
    private static final String MODEL = "ACMODEL";
    private static final String MODEL_SHA = "ACMODSHA";
    private static final String STRETCH = "ACSTRTCH";
    private static final String STRETCH_PARAMETERS = "ACSTRPAR";
    private static final String SOURCE = "ACSRC";
    private static final String SOURCE_SHA = "ACSRCSHA";
    private static final String PALETTE = "ACPALETT";
    private static final String VERSION = "ACVERS";

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
            VERSION);

    private ColourKeywords() {}

    static List<String> of(Provenance provenance) {
        List<String> cards = new ArrayList<>();
        cards.add(FitsCard.logical(SYNTHETIC, true, "colours are synthetic, not measured"));
        cards.addAll(FitsCard.text(SOURCE_TYPE, XmpPacket.SOURCE_TYPE_TERM, "IPTC"));
        cards.addAll(FitsCard.text(MODEL, provenance.modelName(), "model that made the colours"));
        cards.addAll(FitsCard.text(MODEL_SHA, provenance.modelId(), "SHA-256"));
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
        cards.addAll(FitsCard.history(SyntheticColours.sentence(provenance)));
        return cards;
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
