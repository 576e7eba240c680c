package io.astrochrome.standalone.infrastructure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/**
 * Says over HTTP on loopback whether broker and store answer, by asking both each time. It is alive as long as it answers
 * itself: whether a new start helps where one of them does not is for a person to judge.
 */
final class InfrastructureHealth implements AutoCloseable {
    private static final int WELL = 204;
    private static final int NOT_WELL = 503;
    private static final int PATIENCE_MILLIS = 1_500;

    private final Admin broker;
    private final URI store;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, work -> {
        var thread = new Thread(work, "health");
        thread.setDaemon(true);
        return thread;
    });

    InfrastructureHealth(String bootstrapServers, URI store, int port) throws IOException {
        this.broker = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "infrastructure-health"));
        this.store = store;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext(
                InfrastructureMain.READINESS,
                exchange -> answer(exchange, brokerAnswers() && storeAnswers() ? WELL : NOT_WELL));
        server.createContext(InfrastructureMain.LIVENESS, exchange -> answer(exchange, WELL));
        server.start();
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private boolean brokerAnswers() {
        try {
            broker.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                    .nodes()
                    .get();
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Any answer is one: who asks without a key is refused. */
    private boolean storeAnswers() {
        try {
            var connection = (HttpURLConnection) store.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() < 500;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        broker.close();
    }
}
