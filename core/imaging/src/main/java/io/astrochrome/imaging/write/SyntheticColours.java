package io.astrochrome.imaging.write;

/** How the files say in words that their colours were not measured. */
final class SyntheticColours {
    /** Before the version. */
    static final String CREATOR = "Astrochrome ";

    private SyntheticColours() {}

    static String sentence(Provenance provenance) {
        String steered = provenance.palette() == null ? "" : ", steered by " + provenance.palette();
        return "The colours of this picture are synthetic: the model " + provenance.modelName() + " (SHA-256 "
                + provenance.modelId() + ") predicted them from the lightness of " + provenance.sourceFile() + steered
                + "; the lightness is the frame's own (stretch: " + provenance.stretch() + "). Made by "
                + creator(provenance) + ".";
    }

    static String creator(Provenance provenance) {
        return CREATOR + provenance.softwareVersion();
    }
}
