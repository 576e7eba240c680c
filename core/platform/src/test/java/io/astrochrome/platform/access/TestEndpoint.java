package io.astrochrome.platform.access;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Endpoints as a service might add them tomorrow, without a word about who may use them. */
@ApplicationScoped
class TestEndpoint {
    static final String PATH = "/api/something-new";
    static final String UPLOADS = "/frames-of-the-test";

    private final Caller caller;

    TestEndpoint(Caller caller) {
        this.caller = caller;
    }

    void register(@Observes Router router) {
        router.route(PATH + "/role").handler(context -> context.response()
                .end(caller.roleOf(context).name()));
        router.route(PATH).handler(context -> context.response().end("done"));
        router.route(UPLOADS).handler(context -> context.response().end("taken"));
    }
}
