package io.astrochrome.standalone.cli;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Who decides, and why. */
final class Reasoned {
    @Option(names = "--by", paramLabel = "NAME", description = "Who decides. Default: your user name.")
    private String by = System.getProperty("user.name");

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, in a sentence.")
    private String reason;

    Map<String, Object> order() {
        Map<String, Object> order = new HashMap<>();
        order.put("by", by);
        order.put("reason", reason);
        return order;
    }
}
