package io.astrochrome.colorize.stream;

import io.astrochrome.colorize.settings.ColorizeSettings;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Red while frames wait and none has been finished for too long, or the network's thread has died. */
@Liveness
final class LivenessCheck implements HealthCheck {
    private final ColorizeStream stream;
    private final ColorizeSettings settings;

    LivenessCheck(ColorizeStream stream, ColorizeSettings settings) {
        this.stream = stream;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        Duration idle = stream.withoutProgress().orElse(Duration.ZERO);
        boolean up = stream.runs() && idle.compareTo(settings.stallAfter()) <= 0;
        return HealthCheckResponse.named("frames are being coloured")
                .status(up)
                .withData("secondsWithoutProgress", idle.toSeconds())
                .build();
    }
}
