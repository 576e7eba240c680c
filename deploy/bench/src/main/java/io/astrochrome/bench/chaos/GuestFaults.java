package io.astrochrome.bench.chaos;

import io.astrochrome.standalone.process.SupervisedProcess;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.standalone.stack.Stack;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Instances that come and go: the partitions are dealt out anew each time. */
final class GuestFaults {
    private static final int SECOND = 2;

    private final Stack stack;
    private final Map<Service, SupervisedProcess> guests = new EnumMap<>(Service.class);

    GuestFaults(Stack stack) {
        this.stack = stack;
    }

    /** One for each service that shares work: a second instance comes, or goes where there is one. */
    List<Fault> all() {
        return Arrays.stream(Service.values())
                .filter(Service::sharesWork)
                .map(service -> new Fault("another " + service.id() + " comes or goes", random -> turn(service)))
                .toList();
    }

    private void turn(Service service) throws IOException {
        var guest = guests.remove(service);
        if (guest == null) {
            guests.put(service, stack.invite(service, SECOND));
        } else {
            stack.dismiss(guest);
        }
    }
}
