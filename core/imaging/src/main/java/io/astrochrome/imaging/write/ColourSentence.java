package io.astrochrome.imaging.write;

/** How the files say in words where their colours are from. */
final class ColourSentence {
    /** Before the version. */
    static final String CREATOR = "Astrochrome ";

    private ColourSentence() {}

    static String of(Provenance provenance) {
        return (provenance.measured() == null ? ofModel(provenance) : ofStacks(provenance, provenance.measured()))
                + " Made by " + creator(provenance) + ".";
    }

    private static String ofModel(Provenance provenance) {
        String steered = provenance.palette() == null ? "" : ", steered by " + provenance.palette();
        return "The colours of this picture are synthetic: the model " + provenance.modelName() + " (SHA-256 "
                + provenance.modelId() + ") predicted them from the lightness of " + provenance.sourceFile() + steered
                + "; the lightness is the frame's own (stretch: " + provenance.stretch() + ").";
    }

    private static String ofStacks(Provenance provenance, MeasuredColours colours) {
        String mixed = colours.formula() == null ? "" : ", mixed as " + colours.formula();
        String guess = colours.isGuessed()
                ? " What was not measured the model " + provenance.modelName() + " (SHA-256 " + provenance.modelId()
                        + ") guessed from the lightness"
                        + (colours.reference() > 0 ? " and from another picture's colours." : ".")
                : "";
        return "This picture is a composite of stacked exposures (" + colours.exposures() + ")" + mixed
                + ". Its colours: " + colours.shares() + "." + guess + " The lightness is the stack's own (stretch: "
                + provenance.stretch() + ").";
    }

    static String creator(Provenance provenance) {
        return CREATOR + provenance.softwareVersion();
    }
}
