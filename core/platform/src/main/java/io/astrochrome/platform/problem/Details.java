package io.astrochrome.platform.problem;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Sentences for what the framework refuses without one. */
final class Details {
    private Details() {}

    /** The sentence for a status, or null where there is nothing to say beyond it. */
    static @Nullable String of(int status, HttpServerRequest request) {
        return switch (status) {
            case 400 -> "the request cannot be read";
            case 404 -> "there is nothing at " + request.path();
            case 405 -> request.path() + " does not answer " + request.method();
            case 406 -> request.path() + " has nothing of the kind that the request's Accept asks for";
            case 415 -> request.path() + " does not take a body of the request's Content-Type";
            default -> null;
        };
    }
}
