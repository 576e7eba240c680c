package io.astrochrome.trainer.service;

import io.astrochrome.trainer.data.TensorStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;

/** The local store, from configuration. */
@Singleton
class TensorStoreProducer {
    private final TrainerConfig config;

    TensorStoreProducer(TrainerConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    TensorStore tensorStore() throws IOException {
        return new TensorStore(config.tensorFolder());
    }
}
