package io.astrochrome.bench.chaos;

import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.folder.Settings;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.standalone.stack.Stack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What services stand in that can go wrong around them: their disks, their clocks, their way to the store. */
final class Surroundings implements AutoCloseable {
    private final SmallDisks disks;
    private final ServiceClocks clocks;
    private final StoreProxy store;

    private Surroundings(SmallDisks disks, ServiceClocks clocks, StoreProxy store) {
        this.disks = disks;
        this.clocks = clocks;
        this.store = store;
    }

    /**
     * Makes them, all well.
     *
     * @param folder for what they keep
     * @param data of the stack that will be in them
     */
    static Surroundings in(Path folder, DataFolder data) throws IOException, InterruptedException {
        var clocks = ServiceClocks.in(folder.resolve("clocks"));
        var store = new StoreProxy(() -> store(data));
        return new Surroundings(SmallDisks.under(folder.resolve("disks")), clocks, store);
    }

    private static Optional<InetSocketAddress> store(DataFolder data) throws IOException {
        return Optional.ofNullable(Settings.read(data).get("port.store"))
                .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)));
    }

    /** What the services are told of them. */
    Map<Service, Map<String, String>> variables() {
        return Arrays.stream(Service.values()).collect(Collectors.toMap(service -> service, service -> {
            var variables = new HashMap<String, String>();
            variables.putAll(disks.variables(service));
            variables.putAll(clocks.variables(service));
            variables.put("ASTROCHROME_STORE_ENDPOINT", store.address().toString());
            return variables;
        }));
    }

    /** What goes wrong with them, by kind. */
    List<List<Fault>> around(Stack stack) {
        return List.of(disks.all(), clocks.all(stack), store.all());
    }

    /** How much lies on the disks, in bytes. */
    long usedBytes() throws IOException {
        return disks.usedBytes();
    }

    @Override
    public void close() throws IOException {
        store.close();
        disks.close();
    }
}
