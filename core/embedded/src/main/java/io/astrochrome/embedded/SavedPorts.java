package io.astrochrome.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What a server was started with last time, beside its data: the same ports are taken again, so that clients find it
 * where it was, unless somebody else has them now. Not thread-safe.
 */
final class SavedPorts {
    private final Path file;
    private final Properties saved = new Properties();

    SavedPorts(Path dataDir, String server) throws IOException {
        Files.createDirectories(dataDir);
        file = dataDir.resolve(server + ".properties");
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                saved.load(in);
            }
        }
    }

    /**
     * The port to listen on.
     *
     * @param wanted 0 for last time's, or any free one
     */
    int port(String name, int wanted) throws IOException {
        int port = wanted;
        if (wanted == 0) {
            int last = Integer.parseInt(saved.getProperty(name, "0"));
            port = last != 0 && isFree(last) ? last : freePort();
        }
        saved.setProperty(name, Integer.toString(port));
        return port;
    }

    /** The value of last time, or the new one where there is none. */
    String value(String name, String ifNew) {
        saved.putIfAbsent(name, ifNew);
        return saved.getProperty(name);
    }

    void save() throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            saved.store(out, null);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
