package io.astrochrome.platform.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * What whoever has sent a request may do, for services whose own rules go beyond paths. A service that passes a request on
 * with a key of its own says in {@value #ON_BEHALF_OF} whose request it is; that can only take rights away. Thread-safe.
 */
@Singleton
public final class Caller {
    /** The header that names the role of whoever has asked the service that asks. */
    public static final String ON_BEHALF_OF = "X-Astrochrome-On-Behalf-Of";

    private final Access access;

    Caller(Access access) {
        this.access = access;
    }

    /** After authentication; an operator where everybody is let in. */
    public Role roleOf(RoutingContext context) {
        Role own = access.roleOf(context);
        String behalf = context.request().getHeader(ON_BEHALF_OF);
        if (behalf == null) {
            return own;
        }
        Optional<Role> asked = Role.byId(behalf);
        return asked.isEmpty() ? Role.NOBODY : own.suffices(asked.get()) ? asked.get() : own;
    }
}
