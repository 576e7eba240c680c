package io.astrochrome.meters;

import java.util.Locale;

/** A label of meters, with how many values it may have; whatever comes after those is {@value BoundedLabel#OTHER}. */
public enum Label {
    STAGE("which part of the stream: ingest, preprocess, colorize, score, page, trainer", 20),
    OUTCOME("what became of it", 20),
    STEP("a step within a stage", 40),
    CAUSE("why: first, moved or asked", 5),
    ROLE("what an exposure's filter is for: L, R, G, B, Ha and so on", 15),
    PURPOSE("live, train or validation", 5),
    PROVIDER("of ONNX Runtime: CPU or CUDA", 5),
    ALIAS("champion or challenger", 5),
    RULE("the check that a model failed", 20),
    MODE("of a trial: shadow or canary", 5),
    MODEL("first twelve digits of the model's id", 20),
    NAME("the model's name, for people", 20),
    TARGET("what the telescope pointed at", 50),
    TOPIC("of Kafka", 40),
    GROUP("of Kafka's consumers", 20),
    LOSS("part of the training objective", 30),
    FIGURE("what was measured", 30),
    STATE("of a training run", 10),
    SIGNAL("which statistic of the frames", 20),
    KIND("of object in the store, the first part of its key", 20),
    WAY("how a convolution is computed: plain, padded or unfolded", 5);

    private final String meaning;
    private final int mostValues;

    Label(String meaning, int mostValues) {
        this.meaning = meaning;
        this.mostValues = mostValues;
    }

    /** As Prometheus has it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String meaning() {
        return meaning;
    }

    /** Its bound where nothing else is configured. */
    public int mostValues() {
        return mostValues;
    }
}
