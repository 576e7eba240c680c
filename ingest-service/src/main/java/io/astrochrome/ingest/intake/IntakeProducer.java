package io.astrochrome.ingest.intake;

import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.ingest.IngestConfig;
import io.astrochrome.platform.attempt.ProcessFolder;
import io.astrochrome.platform.tracing.Traces;
import io.astrochrome.storage.ObjectStore;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** The service's one intake, from its configuration; a wrong value stops the start and names its key. */
@ApplicationScoped
class IntakeProducer {
    private static final String PREFIX = "astrochrome.ingest.";

    @Produces
    @Singleton
    @Startup
    FrameIntake intake(
            IngestConfig config, ObjectStore store, FramePublisher publisher, IntakeMeters meters, Traces traces) {
        positive("max-frame-bytes", config.maxFrameBytes());
        positive("max-frame-pixels", config.maxFramePixels());
        UploadFolder uploads = uploads(config);
        // Headers alone are read here: what decoding would need is for the preprocess service to judge.
        DecodeLimits limits = new DecodeLimits(config.maxFrameBytes(), config.maxFramePixels(), Long.MAX_VALUE);
        PaletteRules palettes = new PaletteRules(config.folderPalettes(), config.targetPalettes());
        return new FrameIntake(
                uploads,
                new FrameDecoder(limits, uploads.path()),
                store,
                publisher,
                palettes,
                meters,
                traces,
                Clock.systemUTC());
    }

    private static UploadFolder uploads(IngestConfig config) {
        try {
            Path folder = config.uploadFolder().isPresent()
                    ? config.uploadFolder().get()
                    : ProcessFolder.under(Path.of(System.getProperty("java.io.tmpdir")), "astrochrome-ingest");
            return new UploadFolder(folder, config.maxFrameBytes());
        } catch (IOException e) {
            throw new IllegalArgumentException(PREFIX + "upload-folder cannot be used: " + e, e);
        }
    }

    private static void positive(String key, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(PREFIX + key + " must be positive, not " + value);
        }
    }
}
