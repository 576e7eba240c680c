package io.astrochrome.standalone.stack;

import java.io.IOException;

/** A service has not been packaged. */
public final class NotBuiltException extends IOException {
    NotBuiltException(String module) {
        super(module + " is not built. ./run builds it; by hand: mvn -DskipTests package");
    }
}
