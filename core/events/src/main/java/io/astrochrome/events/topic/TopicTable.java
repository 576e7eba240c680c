package io.astrochrome.events.topic;

import static io.astrochrome.events.topic.TopicAccess.PUTS_BACK;
import static io.astrochrome.events.topic.TopicAccess.READS;
import static io.astrochrome.events.topic.TopicAccess.WRITES;
import static io.astrochrome.events.topic.TopicClient.BENCH;
import static io.astrochrome.events.topic.TopicClient.COLORIZE;
import static io.astrochrome.events.topic.TopicClient.DEAD_LETTERS;
import static io.astrochrome.events.topic.TopicClient.DEMO;
import static io.astrochrome.events.topic.TopicClient.INGEST;
import static io.astrochrome.events.topic.TopicClient.METRICS;
import static io.astrochrome.events.topic.TopicClient.PREPROCESS;
import static io.astrochrome.events.topic.TopicClient.PRUNE;
import static io.astrochrome.events.topic.TopicClient.REPLAY;
import static io.astrochrome.events.topic.TopicClient.TRAINER;

import io.astrochrome.events.EventType;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.FrameTrial;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterReplayed;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.training.RetrainRequest;
import io.astrochrome.events.training.TrainingProgress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is on each topic, and who reads and writes it. Every client that is built asks it; documents and the rights at the
 * broker are made from it. Whoever needs another topic adds a row here.
 */
public final class TopicTable {
    /** The topics, dead-letter topics aside. */
    public static final List<Topic> TOPICS = List.of(
            new Topic(
                    Topics.FRAMES,
                    "target",
                    FrameIngested.class,
                    EventType.FRAME_INGESTED,
                    Cleanup.BY_AGE,
                    "frame id (SHA-256 of the bytes), object reference (bucket, key, size, SHA-256), media type, purpose"
                            + " (live, train, validation), source, time of exposure"),
            new Topic(
                    Topics.SUBS,
                    "target",
                    SubJudged.class,
                    EventType.SUB_JUDGED,
                    Cleanup.BY_AGE,
                    "an exposure's filter and role, how good it is, whether it is in its target's stack or why not"),
            new Topic(
                    Topics.LAB_TENSORS,
                    "target",
                    LabTensor.class,
                    EventType.LAB_TENSOR,
                    Cleanup.BY_SIZE,
                    "normalised planes as fp16 (L in [-1,1], and a, b in [-1,1] where the frame has colour), shape, frame"
                            + " id, stretch used, reference of the full-resolution luminance; of a stack also what is in"
                            + " it and how far its colours were measured"),
            new Topic(
                    Topics.LESSONS,
                    "frame id, or a stack's target",
                    LabTensor.class,
                    EventType.LAB_TENSOR,
                    Cleanup.BY_KEY,
                    "as before, of frames for training and validation and of stacks whose colours were measured: the newest"
                            + " of each key"),
            new Topic(
                    Topics.COLORIZED,
                    "target",
                    FrameColorized.class,
                    EventType.FRAME_COLORIZED,
                    Cleanup.BY_SIZE,
                    "frame id, model id, predicted ab, references of the pictures, timings"),
            new Topic(
                    Topics.QUALITY,
                    "target",
                    FrameScored.class,
                    EventType.FRAME_SCORED,
                    Cleanup.BY_AGE,
                    "PSNR, gain over grey, SSIM, dE2000, colourfulness, by model and target"),
            new Topic(
                    Topics.TRAINING,
                    "run id",
                    TrainingProgress.class,
                    EventType.TRAINING_PROGRESS,
                    Cleanup.BY_AGE,
                    "how far a training run has got, and who carries it out"),
            new Topic(
                    Topics.MODELS,
                    "model id",
                    ModelPublished.class,
                    EventType.MODEL_PUBLISHED,
                    Cleanup.NEVER,
                    "object reference, recipe, data hash, measured quality"),
            new Topic(
                    Topics.MODEL_DECISIONS,
                    "alias",
                    ModelDecision.class,
                    EventType.MODEL_DECISION,
                    Cleanup.NEVER,
                    "who is champion or challenger since when and why; the audit trail"),
            new Topic(
                    Topics.RETRAIN_REQUESTS,
                    "reason",
                    RetrainRequest.class,
                    EventType.RETRAIN_REQUEST,
                    Cleanup.BY_AGE,
                    "drift, enough new colour frames, schedule, a person"),
            new Topic(
                    Topics.COLORIZED_SHADOW,
                    "target",
                    FrameTrial.class,
                    EventType.FRAME_TRIED,
                    Cleanup.BY_SIZE,
                    "what a challenger made of a frame unseen"),
            new Topic(
                    Topics.COLORIZED_REPLAY,
                    "target",
                    FrameTrial.class,
                    EventType.FRAME_TRIED,
                    Cleanup.BY_SIZE,
                    "what a replay made of a past frame"),
            new Topic(
                    Topics.DEAD_LETTER_REPLAYS,
                    "letter id",
                    DeadLetterReplayed.class,
                    EventType.DEAD_LETTER_REPLAYED,
                    Cleanup.NEVER,
                    "a dead letter is on its topic again"));

    /** Who does what; one use of an access for each client and topic. */
    public static final List<TopicUse> USES = Stream.of(
                    ingest(),
                    preprocess(),
                    trainer(),
                    colorize(),
                    metrics(),
                    replay(),
                    deadLetters(),
                    prune(),
                    demo(),
                    bench())
            .flatMap(uses -> uses)
            .toList();

    private static final String LETTERS_BACK = "its dead letters, each once";

    private TopicTable() {}

    private static Stream<TopicUse> ingest() {
        return Stream.of(writes(INGEST, Topics.FRAMES, "each frame that was taken in, once it is in the store"));
    }

    private static Stream<TopicUse> preprocess() {
        return Stream.of(
                consumes(PREPROCESS, Topics.FRAMES, "preprocess-service", "frames; their bytes are in the store"),
                writes(PREPROCESS, Topics.SUBS, "what became of each exposure that could be stacked"),
                writes(PREPROCESS, Topics.LAB_TENSORS, "a tensor for each frame, or for the stack that it is in"),
                writes(PREPROCESS, Topics.LESSONS, "tensors to learn from and to measure with, a second time"),
                writes(PREPROCESS, Topics.deadLetter(Topics.FRAMES), "frames that can never be prepared"));
    }

    private static Stream<TopicUse> trainer() {
        return Stream.of(
                consumes(TRAINER, Topics.LESSONS, "trainer-service", "colour frames to learn from"),
                consumes(TRAINER, Topics.RETRAIN_REQUESTS, "trainer-service-requests", "what is to be trained"),
                reads(TRAINER, Topics.TRAINING, "which trainer has a run that several were given"),
                reads(TRAINER, Topics.MODELS, "whether a run's model is published already"),
                reads(TRAINER, Topics.MODEL_DECISIONS, "the champion, which fine-tuning goes on from"),
                writes(TRAINER, Topics.TRAINING, "how a run gets on, and whose it is"),
                writes(TRAINER, Topics.MODELS, "the model that came of a run"),
                writes(TRAINER, Topics.deadLetter(Topics.LESSONS), "what cannot be learnt from"),
                writes(
                        TRAINER,
                        Topics.deadLetter(Topics.RETRAIN_REQUESTS),
                        "requests for a recipe that there is not, or that cannot be kept"));
    }

    private static Stream<TopicUse> colorize() {
        return Stream.of(
                consumes(COLORIZE, Topics.LAB_TENSORS, "colorize-service", "frames to colour, and their palettes"),
                reads(COLORIZE, Topics.MODEL_DECISIONS, "which model colours, and which is tried"),
                reads(COLORIZE, Topics.COLORIZED, "after a crash or a rebalance, what was published last"),
                writes(COLORIZE, Topics.COLORIZED, "a coloured frame, and where its pictures are"),
                writes(COLORIZE, Topics.COLORIZED_SHADOW, "what a challenger made of a frame unseen"),
                writes(COLORIZE, Topics.MODEL_DECISIONS, "that a challenger is withdrawn because it failed here"),
                writes(COLORIZE, Topics.deadLetter(Topics.LAB_TENSORS), "frames that cannot be coloured"));
    }

    private static Stream<TopicUse> metrics() {
        Stream<TopicUse> own = Stream.of(
                consumes(
                        METRICS,
                        Topics.LAB_TENSORS,
                        "metrics-service",
                        "the truth: a frame's own colours, where it has any; the newest frames, for the gate"),
                consumes(
                        METRICS,
                        Topics.COLORIZED,
                        "metrics-service",
                        "what a model made of the frame; its pictures' references"),
                consumes(
                        METRICS,
                        Topics.COLORIZED_SHADOW,
                        "metrics-service",
                        "what a challenger made of the frame unseen: scored, never shown"),
                consumes(METRICS, Topics.MODELS, "metrics-service-gate", "the models that there are, to be judged"),
                reads(METRICS, Topics.FRAMES, "the page: frames that wait"),
                reads(METRICS, Topics.LESSONS, "what the gate measures on; how much there is to learn from"),
                reads(METRICS, Topics.SUBS, "the page: what became of exposures that are stacked"),
                reads(METRICS, Topics.QUALITY, "scores, for the page and for the rules that decide"),
                reads(METRICS, Topics.TRAINING, "how training runs get on"),
                reads(METRICS, Topics.MODEL_DECISIONS, "who was champion when and why"),
                reads(METRICS, Topics.RETRAIN_REQUESTS, "what was asked of the trainer"),
                writes(METRICS, Topics.QUALITY, "a score for each pair of frame and model whose truth is known"),
                writes(METRICS, Topics.MODELS, "the model that ships, so that history begins with it"),
                writes(
                        METRICS,
                        Topics.MODEL_DECISIONS,
                        "who is champion or challenger from now on; why a model was not let in"),
                writes(METRICS, Topics.RETRAIN_REQUESTS, "why a new model is wanted"));
        Stream<TopicUse> unscorable = Stream.of(Topics.LAB_TENSORS, Topics.COLORIZED, Topics.COLORIZED_SHADOW)
                .map(topic -> writes(METRICS, Topics.deadLetter(topic), "records that cannot be read or scored"));
        return Stream.of(own, unscorable, deadLettersBack(METRICS)).flatMap(uses -> uses);
    }

    private static Stream<TopicUse> replay() {
        return Stream.of(
                reads(REPLAY, Topics.LAB_TENSORS, "past frames"),
                writes(REPLAY, Topics.COLORIZED_REPLAY, "what a model made of a past frame"));
    }

    private static Stream<TopicUse> deadLetters() {
        return deadLettersBack(DEAD_LETTERS);
    }

    private static Stream<TopicUse> deadLettersBack(TopicClient client) {
        Stream<TopicUse> marks = Stream.of(
                reads(client, Topics.DEAD_LETTER_REPLAYS, "which dead letters were put back before"),
                writes(client, Topics.DEAD_LETTER_REPLAYS, "that a dead letter was put back"));
        return Stream.of(
                        marks,
                        Topics.ALL.stream().map(topic -> reads(client, Topics.deadLetter(topic), "what was given up")),
                        Topics.ALL.stream().map(topic -> new TopicUse(client, PUTS_BACK, topic, null, LETTERS_BACK)))
                .flatMap(uses -> uses);
    }

    private static Stream<TopicUse> prune() {
        return Stream.of(Topics.FRAMES, Topics.SUBS, Topics.LAB_TENSORS, Topics.LESSONS, Topics.COLORIZED)
                .flatMap(topic -> Stream.of(topic, Topics.deadLetter(topic)))
                .map(topic -> reads(PRUNE, topic, "which objects records refer to, so that they are kept"));
    }

    private static Stream<TopicUse> demo() {
        return Stream.of(
                        Topics.SUBS,
                        Topics.COLORIZED,
                        Topics.QUALITY,
                        Topics.deadLetter(Topics.FRAMES),
                        Topics.deadLetter(Topics.LAB_TENSORS))
                .map(topic -> reads(DEMO, topic, "what becomes of the frames that it sends"));
    }

    private static Stream<TopicUse> bench() {
        return Stream.of(
                writes(BENCH, Topics.MODEL_DECISIONS, "who is champion, to time the swap"),
                writes(BENCH, Topics.FRAMES, "records that are nothing, to see them put aside"),
                writes(BENCH, Topics.LAB_TENSORS, "records that are nothing, to see them put aside"));
    }

    private static TopicUse consumes(TopicClient client, String topic, String group, String purpose) {
        return new TopicUse(client, READS, topic, group, purpose);
    }

    private static TopicUse reads(TopicClient client, String topic, String purpose) {
        return new TopicUse(client, READS, topic, null, purpose);
    }

    private static TopicUse writes(TopicClient client, String topic, String purpose) {
        return new TopicUse(client, WRITES, topic, null, purpose);
    }

    /**
     * The topic of that name, or whose dead letters that one takes.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Topic topic(String name) {
        String topic = Topics.ofDeadLetters(name);
        return TOPICS.stream()
                .filter(known -> known.name().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no topic " + name));
    }

    /** When the oldest records of a topic, or of a dead-letter topic, go. */
    public static Cleanup cleanup(String name) {
        return Topics.ofDeadLetters(name).equals(name) ? topic(name).cleanup() : Cleanup.UNHEEDED;
    }

    /** What a client does. */
    public static List<TopicUse> usesOf(TopicClient client) {
        return USES.stream().filter(use -> use.client() == client).toList();
    }

    /** The topics that a client may read. */
    public static Set<String> readBy(TopicClient client) {
        return topics(client, use -> use.access() == READS);
    }

    /** The topics that a client may write. */
    public static Set<String> writtenBy(TopicClient client) {
        return topics(client, use -> use.access().isWriting());
    }

    /** A client's consumer groups. */
    public static Set<String> groupsOf(TopicClient client) {
        return usesOf(client).stream()
                .map(TopicUse::group)
                .filter(group -> group != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> topics(TopicClient client, Predicate<TopicUse> which) {
        return usesOf(client).stream()
                .filter(which)
                .map(TopicUse::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
