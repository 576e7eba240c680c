package io.astrochrome.platform.access;

import io.quarkus.security.identity.SecurityIdentity;

/** What an identity may do: as its key says, or as the names of roles in its token say. Immutable. */
final class TokenRoles {
    /** An attribute of identities that were known by a key. */
    static final String BY_KEY = "astrochrome.role";

    private final SecurityConfig.Tokens names;

    TokenRoles(SecurityConfig.Tokens names) {
        this.names = names;
    }

    Role of(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            return Role.NOBODY;
        }
        Role byKey = identity.getAttribute(BY_KEY);
        if (byKey != null) {
            return byKey;
        }
        if (identity.hasRole(names.operator())) {
            return Role.OPERATOR;
        }
        if (identity.hasRole(names.uploader())) {
            return Role.UPLOADER;
        }
        return identity.hasRole(names.viewer()) ? Role.VIEWER : names.otherwise();
    }
}
