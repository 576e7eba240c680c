package io.astrochrome.trainer.service;

/** The channels' names in configuration, and the service's in events and dead letters. */
public final class TrainerChannels {
    /** Reads {@code lessons.v1}. */
    public static final String LESSONS = "lessons";

    /** Reads {@code retrain-requests.v1}. */
    public static final String RETRAIN_REQUESTS = "retrain-requests";

    /** Writes {@code training.v1}. */
    public static final String TRAINING = "training";

    /** Writes {@code models.v1}. */
    public static final String MODELS = "models";

    /** This service in CloudEvents' source. */
    public static final String SOURCE = "trainer-service";

    /** This service in dead letters. */
    public static final String STAGE = "trainer";

    private TrainerChannels() {}
}
