package io.astrochrome.metrics.observatory.upload;

import io.astrochrome.metrics.observatory.ObservatoryConfig;
import io.astrochrome.platform.access.Caller;
import io.astrochrome.platform.access.ServiceKey;
import io.astrochrome.platform.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Passes uploads on to the ingest-service as they come, so that the page needs no other address than its own and no frame
 * is held in memory here. The answer, with its status and its reason, is the ingest-service's; 503 where it does not
 * answer, 403 for a request that another site's page made.
 */
@ApplicationScoped
class UploadRoute {
    private static final Logger LOG = Logger.getLogger(UploadRoute.class);
    private static final String PATH = "/api/frames";
    private static final String INGEST_PATH = "/frames";
    private static final int CONNECT_TIMEOUT_MILLIS = 3000;
    private static final List<CharSequence> FORWARDED =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH, HttpHeaders.ACCEPT, "Content-Disposition");

    private final HttpClient client;
    private final URI ingest;
    private final ServiceKey key;
    private final Caller caller;

    UploadRoute(Vertx vertx, ObservatoryConfig config, ServiceKey key, Caller caller) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
        this.ingest = config.ingestUrl();
        this.key = key;
        this.caller = caller;
    }

    void register(@Observes Router router) {
        router.post(PATH).order(0).handler(this::forward);
    }

    private void forward(RoutingContext context) {
        HttpServerRequest upload = context.request();
        if (isFromElsewhere(upload)) {
            answer(
                    context.response(),
                    403,
                    "uploads come from the page itself or from a program, not from other sites");
            return;
        }
        upload.pause();
        String query = upload.query() == null ? "" : "?" + upload.query();
        RequestOptions options =
                new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(ingest.resolve(INGEST_PATH) + query);
        client.request(options)
                .onFailure(failure -> unavailable(context, failure))
                .onSuccess(request -> send(context, upload, request));
    }

    private void send(RoutingContext context, HttpServerRequest upload, HttpClientRequest request) {
        for (CharSequence header : FORWARDED) {
            if (upload.getHeader(header) != null) {
                request.putHeader(header, upload.getHeader(header));
            }
        }
        // The ingest-service wants to know who asks where this one does: the service itself, else whoever asked it.
        key.authorization()
                .or(() -> Optional.ofNullable(upload.getHeader(HttpHeaders.AUTHORIZATION)))
                .ifPresent(who -> request.putHeader(HttpHeaders.AUTHORIZATION, who));
        request.putHeader(Caller.ON_BEHALF_OF, caller.roleOf(context).id());
        request.setChunked(upload.getHeader(HttpHeaders.CONTENT_LENGTH) == null);
        Future<Void> read = drained(upload, request);
        request.response()
                .compose(response -> response.body().map(body -> new Answer(response, body)))
                .onFailure(failure -> unavailable(context, failure))
                // A browser reads an answer only when it has sent everything.
                .onSuccess(answer -> read.onComplete(done -> pass(context.response(), answer)));
    }

    /** Completes when the upload has been read to its end, also where the other side wants no more of it. */
    private static Future<Void> drained(HttpServerRequest upload, HttpClientRequest request) {
        Promise<Void> end = Promise.promise();
        upload.pipe().endOnFailure(false).to(request).onSuccess(end::complete).onFailure(refused -> {
            if (upload.isEnded()) {
                end.complete();
            } else {
                upload.handler(dropped -> {}).endHandler(end::complete).exceptionHandler(end::tryFail);
                upload.resume();
            }
        });
        return end.future();
    }

    private static boolean isFromElsewhere(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static void pass(HttpServerResponse response, Answer answer) {
        String type = answer.head.getHeader(HttpHeaders.CONTENT_TYPE);
        String retry = answer.head.getHeader(HttpHeaders.RETRY_AFTER);
        response.setStatusCode(answer.head.statusCode());
        if (type != null) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        }
        if (retry != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, retry);
        }
        response.end(answer.body);
    }

    private void unavailable(RoutingContext context, Throwable failure) {
        LOG.warnf("the ingest-service at %s does not take an upload: %s", ingest, failure.getMessage());
        context.request().resume();
        answer(context.response(), 503, "the ingest-service does not answer; try again in a moment");
    }

    private static void answer(HttpServerResponse response, int status, String reason) {
        if (!response.ended()) {
            new Problem(status, reason).end(response);
        }
    }

    /** The ingest-service's answer. */
    private record Answer(HttpClientResponse head, Buffer body) {}
}
