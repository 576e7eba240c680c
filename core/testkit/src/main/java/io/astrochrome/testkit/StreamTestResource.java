package io.astrochrome.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} a broker with all topics and an object store: annotate the test with
 * {@code @QuarkusTestResource(StreamTestResource.class)}. A field of type {@link StreamServers} in the test is filled in,
 * to read topics with and to stop the servers. Tests of one module share the servers: use keys of your own.
 */
public final class StreamTestResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable StreamServers servers;

    @Override
    public Map<String, String> start() {
        var started = StreamServers.start();
        servers = started;
        return started.configuration();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(servers, field -> field.getType().equals(StreamServers.class));
    }

    @Override
    public void stop() {
        if (servers != null) {
            servers.close();
        }
    }
}
