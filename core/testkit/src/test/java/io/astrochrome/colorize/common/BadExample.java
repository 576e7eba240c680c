package io.astrochrome.colorize.common;

import io.astrochrome.colorize.common.part.BadPart;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.Map;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Everything that the rules forbid, for their own test. */
public final class BadExample {
    private static final Logger LOG = Logger.getLogger("bad");

    @Inject
    InputStream bytes;

    Object read() throws IOException, ClassNotFoundException {
        LOG.info("reading");
        System.out.println("reading");
        try (ObjectInputStream in = new ObjectInputStream(bytes)) {
            return in.readObject();
        }
    }

    /** Of a package that needs this one. */
    BadPart part() {
        return new BadPart(this);
    }

    /** Clients of whatever topics. */
    void stream(Map<String, Object> broker) {
        new KafkaConsumer<>(broker).close();
        new KafkaProducer<>(broker).close();
        Admin.create(broker).close();
    }
}
