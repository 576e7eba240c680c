package io.astrochrome.preprocess;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.StretchReset;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What people ask of targets' stretches, from the object store. A request is known within {@link #FRESH}. Not thread-safe
 * beyond what frames one after the other need.
 */
@ApplicationScoped
class StretchResets {
    /** Soon enough for a person who watches, and no call for each frame. */
    static final Duration FRESH = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(StretchResets.class);
    private static final int REMEMBERED = 256;
    private static final int LARGEST_OBJECT = 1 << 16;

    private final ObjectStore store;
    private final Clock clock;
    private final Map<String, Looked> looked = new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Looked> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Inject
    StretchResets(ObjectStore store) {
        this(store, Clock.systemUTC());
    }

    StretchResets(ObjectStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Looked(Optional<StretchReset> reset, Instant at) {}

    /** The newest request about that target. */
    synchronized Optional<StretchReset> newest(String target) {
        Looked known = looked.get(target);
        if (known == null || !clock.instant().isBefore(known.at.plus(FRESH))) {
            known = new Looked(read(target), clock.instant());
            looked.put(target, known);
        }
        return known.reset;
    }

    private Optional<StretchReset> read(String target) {
        String key = ObjectKeys.stretchReset(target);
        if (store.stat(key).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = store.open(key)) {
            return Optional.of(EventCodec.fromJson(in.readNBytes(LARGEST_OBJECT), StretchReset.class));
        } catch (ObjectMissingException e) {
            return Optional.empty();
        } catch (EventFormatException e) {
            LOG.warnf("%s is no request and is passed over: %s", key, e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(key + " cannot be read", e);
        }
    }
}
