package io.astrochrome.manifests.topics;

import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.Topic;
import io.astrochrome.events.topic.TopicAccess;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.events.topic.TopicTable;
import io.astrochrome.events.topic.TopicUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables of topics in Markdown; the same table gives the same text. */
public final class TopicPages {
    private static final String DEAD_LETTERS = "`*.dlq`";

    private TopicPages() {}

    /** What a client reads and writes: topics with the same purpose in one row. */
    public static String of(TopicClient client) {
        Map<Row, List<String>> rows = new LinkedHashMap<>();
        for (TopicAccess access : TopicAccess.values()) {
            TopicTable.usesOf(client).stream()
                    .filter(use -> use.access() == access)
                    .forEach(use -> rows.computeIfAbsent(Row.of(use), row -> new ArrayList<>())
                            .add(use.topic()));
        }
        StringBuilder table = new StringBuilder("| | topic | for |\n| --- | --- | --- |\n");
        rows.forEach((row, topics) -> table.append(row.with(topics)));
        return table.toString();
    }

    /** What flows: every topic, what is on it, who writes and who reads it. */
    public static String flow() {
        StringBuilder table =
                new StringBuilder("| topic | key | value | produced by | read by |\n| --- | --- | --- | --- | --- |\n");
        for (Topic topic : TopicTable.TOPICS) {
            table.append(cells(
                    "`" + topic.name() + "`",
                    topic.key(),
                    topic.event().getSimpleName() + ": " + topic.holds(),
                    clients(use -> use.topic().equals(topic.name()) && use.access() == TopicAccess.WRITES),
                    clients(use -> use.topic().equals(topic.name()) && use.access() == TopicAccess.READS)));
        }
        Predicate<TopicUse> letters = use -> !Topics.ALL.contains(use.topic());
        table.append(cells(
                DEAD_LETTERS,
                "as before",
                "what could not be handled, with reason, stage, topic, partition, offset",
                clients(letters.and(use -> use.access() == TopicAccess.WRITES)),
                clients(letters.and(use -> use.access() == TopicAccess.READS))));
        return table.toString();
    }

    private static String clients(Predicate<TopicUse> which) {
        String names = TopicTable.USES.stream()
                .filter(which)
                .map(use -> use.client().title())
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "whoever compares" : names;
    }

    private static String cells(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** What several topics may have in common. */
    private record Row(TopicAccess access, @Nullable String group, String purpose) {
        static Row of(TopicUse use) {
            return new Row(use.access(), use.group(), use.purpose());
        }

        String with(List<String> topics) {
            String verb =
                    switch (access) {
                        case READS -> "reads";
                        case WRITES -> "writes";
                        case PUTS_BACK -> "puts back";
                    };
            String whom = Objects.isNull(group) ? "" : " (group `" + group + "`)";
            return cells(verb, names(topics) + whom, purpose);
        }

        private static String names(List<String> topics) {
            if (new TreeSet<>(topics).equals(new TreeSet<>(Topics.ALL))) {
                return "every topic";
            }
            if (new TreeSet<>(topics)
                    .equals(Topics.ALL.stream()
                            .map(Topics::deadLetter)
                            .collect(Collectors.toCollection(TreeSet::new)))) {
                return "every " + DEAD_LETTERS;
            }
            return topics.stream().map(topic -> "`" + topic + "`").collect(Collectors.joining(", "));
        }
    }
}
