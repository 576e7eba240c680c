package io.astrochrome.standalone.folder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/**
 * Chooses free loopback ports: the one of the last start if it is free, else the usual one, else any. A choice is
 * remembered in the settings, so that addresses stay the same over restarts.
 */
public final class Ports {
    private final Settings settings;
    private final Set<Integer> taken = new HashSet<>();

    public Ports(Settings settings) {
        this.settings = settings;
    }

    /** A free port for {@code user}, different from all that this object gave before. */
    public int choose(String user, int usual) throws IOException {
        var key = "port." + user;
        var remembered = settings.get(key);
        var port = remembered != null && isFree(parse(key, remembered)) ? parse(key, remembered) : usual;
        if (!isFree(port)) {
            port = anyFree();
        }
        taken.add(port);
        settings.set(key, Integer.toString(port));
        return port;
    }

    private static int parse(String key, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("settings.properties: " + key + " is not a port: " + text, e);
        }
    }

    private int anyFree() throws IOException {
        while (true) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (!taken.contains(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            }
        }
    }

    private boolean isFree(int port) {
        if (port <= 0 || port > 65_535 || taken.contains(port)) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
