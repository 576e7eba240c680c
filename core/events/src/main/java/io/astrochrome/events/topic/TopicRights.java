package io.astrochrome.events.topic;

import java.util.Collection;
import java.util.Set;

/** What the table of topics lets a client do; whatever is built to read or write asks here first. Immutable. */
public final class TopicRights {
    private final TopicClient client;
    private final Set<String> read;
    private final Set<String> written;

    private TopicRights(TopicClient client) {
        this.client = client;
        this.read = TopicTable.readBy(client);
        this.written = TopicTable.writtenBy(client);
    }

    /** A client's rights. */
    public static TopicRights of(TopicClient client) {
        return new TopicRights(client);
    }

    /** Whose rights they are. */
    public TopicClient client() {
        return client;
    }

    /**
     * Lets pass what may be read.
     *
     * @return the same topics
     * @throws IllegalArgumentException where the table does not let the client read one of them
     */
    public Set<String> toRead(Collection<String> topics) {
        topics.forEach(topic -> require(read, topic, "reads"));
        return Set.copyOf(topics);
    }

    /**
     * Lets pass what may be written.
     *
     * @return the same topics
     * @throws IllegalArgumentException where the table does not let the client write one of them
     */
    public Set<String> toWrite(Collection<String> topics) {
        topics.forEach(topic -> require(written, topic, "writes"));
        return Set.copyOf(topics);
    }

    private void require(Set<String> allowed, String topic, String verb) {
        if (!allowed.contains(topic)) {
            throw new IllegalArgumentException(client.clientName() + " " + verb + " " + topic
                    + ", which the table of topics does not know: add a row to it, or leave the topic alone");
        }
    }
}
