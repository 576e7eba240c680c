package io.astrochrome.platform.access;

import jakarta.inject.Singleton;
import java.util.Optional;

/** What a service that asks another one over HTTP says of itself: services of one installation share their keys. */
@Singleton
public final class ServiceKey {
    private final Access access;

    ServiceKey(Access access) {
        this.access = access;
    }

    /** The value of an {@code Authorization} header; nothing where no key of theirs may send frames. */
    public Optional<String> authorization() {
        return access.keys().own().map(key -> "Bearer " + key);
    }
}
