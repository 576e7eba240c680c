package io.astrochrome.colorize.settings;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The checked settings, for injection. */
final class SettingsBean {
    @Produces
    @Singleton
    ColorizeSettings settings(ColorizeConfig config) {
        return ColorizeSettings.of(config);
    }
}
