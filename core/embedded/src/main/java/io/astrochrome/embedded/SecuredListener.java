package io.astrochrome.embedded;

import java.util.Locale;
import java.util.Properties;

/**
 * A listener of the broker for clients that speak TLS and say who they are by SCRAM-SHA-512, on loopback as the others.
 *
 * @param port to listen on; a free one
 */
public record SecuredListener(int port, ServerCertificate certificate) {
    private static final String NAME = "SECURED";
    private static final String MECHANISM = "SCRAM-SHA-512";

    /** What goes into {@code kafka.bootstrap.servers} of such clients. */
    public String bootstrapServers() {
        return BrokerSettings.HOST + ":" + port;
    }

    void addTo(Properties broker) {
        String address = NAME + "://" + bootstrapServers();
        append(broker, "listeners", address);
        append(broker, "advertised.listeners", address);
        append(broker, "listener.security.protocol.map", NAME + ":SASL_SSL");
        broker.setProperty("sasl.enabled.mechanisms", MECHANISM);
        String prefix = "listener.name." + NAME.toLowerCase(Locale.ROOT) + ".";
        broker.setProperty(
                prefix + "scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        broker.setProperty(prefix + "ssl.keystore.type", ServerCertificate.TYPE);
        broker.setProperty(
                prefix + "ssl.keystore.location", certificate.keyStore().toString());
        broker.setProperty(prefix + "ssl.keystore.password", certificate.password());
        broker.setProperty(prefix + "ssl.key.password", certificate.password());
    }

    private static void append(Properties broker, String key, String value) {
        broker.setProperty(key, broker.getProperty(key) + "," + value);
    }
}
