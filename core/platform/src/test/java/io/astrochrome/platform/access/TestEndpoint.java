package io.astrochrome.platform.access;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** An endpoint as a service might add one tomorrow, without a word about who may use it. */
@ApplicationScoped
class TestEndpoint {
    static final String PATH = "/api/something-new";

    void register(@Observes Router router) {
        router.route(PATH).handler(context -> context.response().end("done"));
    }
}
