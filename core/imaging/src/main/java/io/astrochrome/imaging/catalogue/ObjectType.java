package io.astrochrome.imaging.catalogue;

/** What an object of the sky is. */
public enum ObjectType {
    GALAXY("galaxy"),
    EMISSION_NEBULA("nebula"),
    REFLECTION_NEBULA("nebula"),
    PLANETARY_NEBULA("nebula"),
    SUPERNOVA_REMNANT("nebula"),
    GLOBULAR_CLUSTER("cluster"),
    OPEN_CLUSTER("cluster"),
    STAR_FIELD("star field"),
    PLANET("planet"),
    MOON("planet"),
    SUN("planet"),
    COMET("comet");

    private final String pictureClass;

    ObjectType(String pictureClass) {
        this.pictureClass = pictureClass;
    }

    /** The class of pictures of it, as manifests of training pictures have it. */
    public String pictureClass() {
        return pictureClass;
    }
}
