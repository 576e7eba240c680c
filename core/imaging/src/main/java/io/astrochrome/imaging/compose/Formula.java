package io.astrochrome.imaging.compose;

import io.astrochrome.imaging.filter.FilterRole;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the light of several filters becomes red, green and blue. All mix values in [0, 1] that were stretched before. */
public enum Formula {
    /** Each broadband filter its own colour; one that is missing is the mean of the others. */
    RGB(FilterRole.RED, FilterRole.GREEN, FilterRole.BLUE) {
        @Override
        void mix(Light light, float[] rgb) {
            float r = light.has(FilterRole.RED)
                    ? light.of(FilterRole.RED)
                    : (light.of(FilterRole.GREEN) + light.of(FilterRole.BLUE)) / 2;
            float g = light.has(FilterRole.GREEN)
                    ? light.of(FilterRole.GREEN)
                    : (light.of(FilterRole.RED) + light.of(FilterRole.BLUE)) / 2;
            float b = light.has(FilterRole.BLUE)
                    ? light.of(FilterRole.BLUE)
                    : (light.of(FilterRole.RED) + light.of(FilterRole.GREEN)) / 2;
            put(rgb, r, g, b);
        }
    },
    /** Hydrogen red, oxygen green and blue. */
    HOO(FilterRole.H_ALPHA, FilterRole.O_III) {
        @Override
        void mix(Light light, float[] rgb) {
            float o = light.of(FilterRole.O_III);
            put(rgb, light.of(FilterRole.H_ALPHA), o, o);
        }
    },
    /** The Hubble palette: sulphur red, hydrogen green, oxygen blue. */
    SHO(FilterRole.S_II, FilterRole.H_ALPHA, FilterRole.O_III) {
        @Override
        void mix(Light light, float[] rgb) {
            put(rgb, light.of(FilterRole.S_II), light.of(FilterRole.H_ALPHA), light.of(FilterRole.O_III));
        }
    },
    /** The Hubble palette, softened, as Siril's guide mixes it. */
    SHO_SOFT(FilterRole.S_II, FilterRole.H_ALPHA, FilterRole.O_III) {
        @Override
        void mix(Light light, float[] rgb) {
            float s = light.of(FilterRole.S_II);
            float h = light.of(FilterRole.H_ALPHA);
            float o = light.of(FilterRole.O_III);
            put(rgb, 0.8f * s + 0.2f * h, 0.7f * h + 0.15f * s + 0.15f * o, 0.8f * o + 0.2f * h);
        }
    },
    /** The Foraxx palette, in which oxygen decides how far the other two mix (thecoldestnights.com, June 2020). */
    FORAXX(FilterRole.S_II, FilterRole.H_ALPHA, FilterRole.O_III) {
        @Override
        void mix(Light light, float[] rgb) {
            float s = light.of(FilterRole.S_II);
            float h = light.of(FilterRole.H_ALPHA);
            float o = light.of(FilterRole.O_III);
            double red = Math.pow(o, 1 - o);
            double green = Math.pow(o * h, 1 - o * h);
            put(rgb, (float) (red * s + (1 - red) * h), (float) (green * h + (1 - green) * o), o);
        }
    },
    /** The lines' own colours: hydrogen with the fifth of its light that is H-beta, sulphur deep red, oxygen teal. */
    NATURAL() {
        @Override
        void mix(Light light, float[] rgb) {
            float h = light.has(FilterRole.H_ALPHA) ? light.of(FilterRole.H_ALPHA) : 0;
            float s = light.has(FilterRole.S_II) ? light.of(FilterRole.S_II) : 0;
            float o = light.has(FilterRole.O_III) ? light.of(FilterRole.O_III) : 0;
            float reds = light.has(FilterRole.H_ALPHA) && light.has(FilterRole.S_II) ? (h + s) / 2 : Math.max(h, s);
            put(rgb, reds, o + 0.19f * h, 0.59f * o + 0.2f * h);
        }
    };

    private final Set<FilterRole> roles;

    Formula(FilterRole... roles) {
        this.roles = roles.length == 0
                ? EnumSet.of(FilterRole.H_ALPHA, FilterRole.O_III, FilterRole.S_II)
                : EnumSet.of(roles[0], roles);
    }

    /** A pixel's values in the roles that there are. */
    interface Light {
        boolean has(FilterRole role);

        float of(FilterRole role);
    }

    abstract void mix(Light light, float[] rgb);

    /** The roles that it mixes. */
    public Set<FilterRole> roles() {
        return EnumSet.copyOf(roles);
    }

    /** Whether these roles are enough. */
    public boolean canMix(Collection<FilterRole> there) {
        long some = roles.stream().filter(there::contains).count();
        return switch (this) {
            case RGB -> some >= 2;
            case NATURAL -> some >= 1;
            default -> some == roles.size();
        };
    }

    /** The one that shows most of what these roles measured; empty where they measured no colour. */
    public static Optional<Formula> best(Collection<FilterRole> there) {
        for (Formula formula : new Formula[] {RGB, SHO, HOO}) {
            if (formula.canMix(there)) {
                return Optional.of(formula);
            }
        }
        return there.stream().filter(FilterRole::isLine).count() >= 2 ? Optional.of(NATURAL) : Optional.empty();
    }

    /** The one called that, such as {@code sho} or {@code sho-soft}. */
    public static Optional<Formula> named(String name) {
        String constant = name.trim().toUpperCase(Locale.ROOT).replace('-', '_');
        for (Formula formula : values()) {
            if (formula.name().equals(constant)) {
                return Optional.of(formula);
            }
        }
        return Optional.empty();
    }

    /** What people call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void put(float[] rgb, float red, float green, float blue) {
        rgb[0] = Math.max(0, Math.min(1, red));
        rgb[1] = Math.max(0, Math.min(1, green));
        rgb[2] = Math.max(0, Math.min(1, blue));
    }
}
