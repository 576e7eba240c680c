package io.astrochrome.standalone;

import io.astrochrome.standalone.stack.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Other programs of the machine may have, or take, the usual ports; a system test takes others. */
final class UnusualPorts {
    private UnusualPorts() {}

    /** The data folder, with ports in its settings that were free just now. */
    static Path chosenIn(Path data) throws IOException {
        var ports = new Properties();
        var sockets = new ArrayList<ServerSocket>();
        var users = List.of("kafka", "kafka-controller", "store", "infrastructure");
        for (var user : Stream.concat(
                        users.stream(), Arrays.stream(Service.values()).map(Service::id))
                .toList()) {
            var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            sockets.add(socket);
            ports.setProperty("port." + user, Integer.toString(socket.getLocalPort()));
        }
        for (var socket : sockets) {
            socket.close();
        }
        Files.createDirectories(data);
        try (var out = Files.newBufferedWriter(data.resolve("settings.properties"))) {
            ports.store(out, null);
        }
        return data;
    }
}
