package io.astrochrome.colorize.challenger;

import io.astrochrome.colorize.settings.ChallengerSettings;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one place of the challenger, and who watches it. */
final class ChallengerBeans {
    @Produces
    @Singleton
    ChallengerHolder holder() {
        return new ChallengerHolder();
    }

    void close(@Disposes ChallengerHolder holder) {
        holder.close();
    }

    @Produces
    @Singleton
    ChallengerWatch watch(ChallengerSettings settings) {
        return new ChallengerWatch(settings.mostFailures(), settings.mostSlowdown());
    }
}
