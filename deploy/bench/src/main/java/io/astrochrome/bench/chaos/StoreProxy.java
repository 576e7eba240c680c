package io.astrochrome.bench.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between the services and the store: what goes through it is slow, stuck or cut off, or nobody listens. Thread-safe. */
final class StoreProxy implements AutoCloseable {
    private static final long MILLIS = 8000;
    private static final int CHUNK_BYTES = 8192;
    private static final long SLOWNESS_MILLIS = 40;
    private static final long LOOK_MILLIS = 20;

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "store-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Behind store;
    private volatile Mood mood = Mood.WELL;

    private enum Mood {
        WELL,
        SLOW,
        SILENT,
        CUTTING,
        REFUSING
    }

    /** Where the store listens, once that is known. */
    interface Behind {
        Optional<InetSocketAddress> find() throws IOException;
    }

    /** Listens on loopback; who calls before there is a store is hung up on. */
    StoreProxy(Behind store) throws IOException {
        this.store = store;
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    List<Fault> all() {
        return List.of(
                fault("a slow store", Mood.SLOW),
                fault("a store that does not answer", Mood.SILENT),
                fault("a store that hangs up midway", Mood.CUTTING),
                fault("a store that nobody reaches", Mood.REFUSING));
    }

    private Fault fault(String what, Mood how) {
        return new Fault(what, random -> be(how, random));
    }

    private void be(Mood how, SplittableRandom random) throws InterruptedException {
        mood = how;
        if (how == Mood.REFUSING) {
            open.forEach(StoreProxy::hangUp);
        }
        Thread.sleep(random.nextLong(MILLIS));
        mood = Mood.WELL;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var caller = server.accept();
                if (mood == Mood.REFUSING) {
                    hangUp(caller);
                } else {
                    threads.execute(() -> join(caller));
                }
            } catch (IOException e) {
                // Closed, or somebody who was gone again.
            }
        }
    }

    private void join(Socket caller) {
        var called = new Socket();
        open.add(caller);
        open.add(called);
        try {
            called.connect(store.find().orElseThrow(() -> new IOException("there is no store yet")));
            threads.execute(() -> pump(called, caller));
            pump(caller, called);
        } catch (IOException e) {
            hangUp(caller);
            hangUp(called);
        }
    }

    private void pump(Socket from, Socket to) {
        var chunk = new byte[CHUNK_BYTES];
        try (from;
                to) {
            var in = from.getInputStream();
            for (var length = in.read(chunk); length >= 0 && passes(); length = in.read(chunk)) {
                to.getOutputStream().write(chunk, 0, length);
            }
        } catch (IOException e) {
            // One of them has hung up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** Whether something may go on; in good time. */
    private boolean passes() throws InterruptedException {
        if (mood == Mood.SLOW) {
            Thread.sleep(SLOWNESS_MILLIS);
        }
        while (mood == Mood.SILENT) {
            Thread.sleep(LOOK_MILLIS);
        }
        return mood != Mood.CUTTING;
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(StoreProxy::hangUp);
        threads.shutdownNow();
    }
}
