package io.astrochrome.meters;

import static io.astrochrome.meters.Kind.COUNTER;
import static io.astrochrome.meters.Kind.GAUGE;
import static io.astrochrome.meters.Kind.HISTOGRAM;
import static io.astrochrome.meters.Kind.SUMMARY;
import static io.astrochrome.meters.Kind.TIMER;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every meter of the services. The names that Prometheus sees are made here alone; {@code deploy/docs/meters.md}, the
 * dashboards and the alert rules are made of them.
 */
public enum Meter {
    FRAMES(COUNTER, "frames", null, "Frames by what a stage made of them", Label.STAGE, Label.OUTCOME),
    INGESTED(COUNTER, "ingested", "bytes", "Bytes of frames taken in", Label.PURPOSE),
    STEP(TIMER, "step", "seconds", "Time of one step of a stage, a frame", Label.STAGE, Label.STEP),
    STAGE(
            HISTOGRAM,
            "stage",
            "seconds",
            "Time of a frame within a stage, from being taken up to its event",
            Label.STAGE),
    QUEUE(HISTOGRAM, "queue", "seconds", "Time of a frame in the log before a stage takes it up", Label.STAGE),
    AGE(HISTOGRAM, "age", "seconds", "A frame's age, since its arrival, at the end of a stage", Label.STAGE),
    END_TO_END(HISTOGRAM, "end_to_end", "seconds", "From a frame's arrival to its colours on the page", Label.TARGET),
    RETRIES(COUNTER, "retries", null, "Calls repeated because the store did not answer", Label.STAGE),
    STRETCHES(COUNTER, "stretches_fitted", null, "Static stretches of sequences that were fitted", Label.CAUSE),
    SUBS(COUNTER, "subs", null, "Exposures by what became of them and by their filter", Label.OUTCOME, Label.ROLE),
    STAR_WIDTH(
            GAUGE,
            "star_width",
            "pixels",
            "Width of the newest exposure's stars, full width at half maximum",
            Label.TARGET),
    STACK_DEPTH(GAUGE, "stack_depth", "exposures", "Exposures in a stack", Label.TARGET, Label.ROLE),
    MEASURED_SHARE(
            GAUGE,
            "measured_share",
            null,
            "Part of the newest stacked picture's light whose colour was measured, from 0 to 1",
            Label.TARGET),
    UNDER_WAY(GAUGE, "under_way", "records", "Records between arrival and commit", Label.STAGE),
    WAITING(GAUGE, "waiting", "records", "Records in memory that wait for the network", Label.STAGE),
    BATCH(SUMMARY, "batch", "frames", "Frames that went through the network together", Label.STAGE),
    INFERENCE(HISTOGRAM, "inference", "seconds", "Time of one call of the network, a batch", Label.PROVIDER),
    MODEL_INFO(
            GAUGE,
            "model_info",
            null,
            "Always 1: the model that a colorize-service has loaded for an alias",
            Label.ALIAS,
            Label.MODEL,
            Label.NAME,
            Label.PROVIDER),
    MODEL_SINCE(
            GAUGE,
            "model_since",
            "seconds",
            "When the model got its alias, in seconds since 1970",
            Label.ALIAS,
            Label.MODEL,
            Label.NAME),
    MODEL_SWAPS(COUNTER, "model_swaps", null, "Models taken into use because it was decided so", Label.ALIAS),
    MODEL_SWAP(TIMER, "model_swap", "seconds", "From a decision to the model's being in use", Label.ALIAS),
    MODELS_REFUSED(
            COUNTER,
            "models_refused",
            null,
            "Decided models that failed a check when they were loaded, and are not used",
            Label.ALIAS,
            Label.RULE),
    UNDERSIZED(
            COUNTER,
            "undersized_frames",
            null,
            "Live frames whose tensor is smaller than what the model was trained at",
            Label.STAGE),
    CHALLENGER_FRAMES(COUNTER, "challenger_frames", null, "Frames of a model on trial", Label.MODE, Label.OUTCOME),
    CHALLENGERS_WITHDRAWN(
            COUNTER, "challengers_withdrawn", null, "Models on trial that were set aside for how they coloured"),
    CONSUMER_LAG(
            GAUGE,
            "consumer_lag",
            "records",
            "Records of a topic that a consumer group has still to read",
            Label.GROUP,
            Label.TOPIC),
    PSNR(
            SUMMARY,
            "quality_psnr",
            "decibels",
            "RGB PSNR of coloured frames against their true colours",
            Label.MODEL,
            Label.TARGET),
    GREY_PSNR(
            SUMMARY,
            "quality_grey_psnr",
            "decibels",
            "RGB PSNR of the same frames in grey; what PSNR is above it is gained",
            Label.MODEL,
            Label.TARGET),
    /** A gauge, because a sum that falls looks to Prometheus like a restart; means are made of the two sums above. */
    GAIN(
            GAUGE,
            "quality_gain",
            "decibels",
            "PSNR that the newest scored frame gained over grey; under 0 grey is nearer to the truth",
            Label.MODEL,
            Label.TARGET),
    SSIM(SUMMARY, "quality_ssim", null, "Structural similarity of luma, 1 is equal", Label.MODEL, Label.TARGET),
    DELTA_E(SUMMARY, "quality_delta_e2000", null, "Mean CIEDE2000 colour difference", Label.MODEL, Label.TARGET),
    COLOURFULNESS(
            SUMMARY, "quality_colourfulness_ratio", null, "Colourfulness over the truth's", Label.MODEL, Label.TARGET),
    FLICKER(
            SUMMARY,
            "flicker_delta_e",
            null,
            "Step of a frame's mean colour from the frame before it, of the same target and model, in CIELAB units",
            Label.MODEL,
            Label.TARGET),
    DRIFT(
            GAUGE,
            "drift_ratio",
            null,
            "How far the newest live frames are from those the champion learnt from, over the limit that asks for a new model",
            Label.SIGNAL),
    GATE_VALIDATION(GAUGE, "gate_validation", "frames", "Validation frames with colour that models are measured on"),
    DEAD_LETTERS(COUNTER, "dead_letters", null, "Records that could not be handled", Label.STAGE, Label.TOPIC),
    TRAINING_STEP(GAUGE, "training_step", null, "Steps that the newest training run has taken"),
    TRAINING_STEPS(GAUGE, "training_steps", null, "Steps that the newest training run will take in all"),
    TRAINING_SPEED(GAUGE, "training_steps_per_second", null, "Steps a second of the training run, lately"),
    TRAINING_LEFT(GAUGE, "training_left", "seconds", "Estimated time to the end of the training run"),
    TRAINING_LOSS(GAUGE, "training_loss", null, "The training run's losses, lately", Label.LOSS),
    TRAINING_FIGURE(
            GAUGE,
            "training_figure",
            null,
            "What the training run measured last on the validation split",
            Label.FIGURE),
    TRAINING_RUNS(GAUGE, "training_runs", null, "Training runs that the log tells of, by state", Label.STATE),
    ENGINE_CONVOLUTIONS(
            GAUGE,
            "engine_convolutions",
            null,
            "Kinds of convolution that the trainer checked on its machine, by how it computes them; plain is as it should be",
            Label.WAY),
    RESIDENT_MEMORY(GAUGE, "resident_memory", "bytes", "Memory of the process, resident; on Linux"),
    NATIVE_MEMORY(
            GAUGE,
            "native_memory",
            "bytes",
            "Resident memory less what the JVM has committed: networks, buffers, threads; on Linux"),
    DISK_FREE(GAUGE, "disk_free", "bytes", "Room on the disk where the service keeps files under way"),
    STORE_SIZE(GAUGE, "store_size", "bytes", "Bytes in the object store, by kind; looked at now and then", Label.KIND),
    STORE_OBJECTS(GAUGE, "store_objects", null, "Objects in the store, by kind; looked at now and then", Label.KIND),
    STORE_CAPACITY(GAUGE, "store_capacity", "bytes", "What the store may grow to, as configured; 0 where nobody says");

    private static final String PREFIX = "astrochrome_";

    private final Kind kind;
    private final String name;
    private final @Nullable String unit;
    private final String description;

    /** Names of labels, because what an enum holds has to be immutable through and through. */
    private final String labels;

    Meter(Kind kind, String name, @Nullable String unit, String description, Label... labels) {
        this.kind = kind;
        this.name = name;
        this.unit = unit;
        this.description = description;
        this.labels = Stream.of(labels).map(Label::name).collect(Collectors.joining(" "));
    }

    /** What sort of figure it is. */
    public Kind kind() {
        return kind;
    }

    /** As Micrometer has it: without unit and ending. */
    String dottedName() {
        return (PREFIX + name).replace('_', '.');
    }

    /** The base unit, or null where it has none. */
    public @Nullable String unit() {
        return unit;
    }

    /** For people. */
    public String description() {
        return description;
    }

    /** In the order in which values are given. */
    public List<Label> labels() {
        return labels.isEmpty()
                ? List.of()
                : Stream.of(labels.split(" ", -1)).map(Label::valueOf).toList();
    }

    /** As Prometheus has it; summaries, timers and histograms have endings such as {@code _count} added to it. */
    public String prometheusName() {
        String base = PREFIX + name + (unit == null ? "" : "_" + unit);
        return kind == COUNTER ? base + "_total" : base;
    }
}
