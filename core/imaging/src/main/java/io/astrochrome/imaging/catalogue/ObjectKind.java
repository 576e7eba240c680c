package io.astrochrome.imaging.catalogue;

/** What an object of the sky is. */
public enum ObjectKind {
    GALAXY("galaxy", "galaxy"),
    EMISSION_NEBULA("emission nebula", "nebula"),
    REFLECTION_NEBULA("reflection nebula", "nebula"),
    PLANETARY_NEBULA("planetary nebula", "nebula"),
    SUPERNOVA_REMNANT("supernova remnant", "nebula"),
    GLOBULAR_CLUSTER("globular cluster", "cluster"),
    OPEN_CLUSTER("open cluster", "cluster"),
    STAR_FIELD("star field", "star field"),
    PLANET("planet", "planet"),
    MOON("moon", "planet"),
    SUN("sun", "planet"),
    COMET("comet", "comet");

    private final String label;
    private final String pictureClass;

    ObjectKind(String label, String pictureClass) {
        this.label = label;
        this.pictureClass = pictureClass;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** The class of pictures of it, as manifests of training pictures have it. */
    public String pictureClass() {
        return pictureClass;
    }
}
