package io.astrochrome.metrics.observatory.nights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.night.StackOrder;
import io.astrochrome.metrics.observatory.TestStore;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.storage.ObjectKeys;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackOrdersTest {
    @TempDir
    private static Path folder;

    private static TestStore server;

    private final StackOrders orders = new StackOrders(server.objects());

    @BeforeAll
    static void start() {
        server = new TestStore(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static StackOrder order(String target, String formula) {
        return new StackOrder(
                target,
                true,
                formula,
                null,
                Set.of(SampleFrame.sha256("out")),
                Subs.NIGHT,
                "Ada",
                "clouds",
                Subs.NIGHT);
    }

    @Test
    void anOrderIsFoundAsItWasKeptAndTheNewestCounts() {
        assertThat(orders.of("M 42")).isEmpty();

        orders.keep(order("M 42", "sho"));
        orders.keep(order("M 31", "rgb"));
        assertThat(orders.of("M 42")).contains(order("M 42", "sho"));

        orders.keep(order("M 42", null));
        assertThat(orders.of("M 42")).contains(order("M 42", null));
    }

    @Test
    void anyNameOfATargetIsOne() {
        for (String target : new String[] {"../../frames", "Nébuleuse", "a/b?c#d", "x".repeat(5000)}) {
            orders.keep(order(target, "hoo"));

            assertThat(orders.of(target)).as(target).contains(order(target, "hoo"));
        }
    }

    @Test
    void whatIsNoOrderIsPassedOver() {
        for (String none : new String[] {"", "no order", "{\"target\":\"M 51\"}", "[]"}) {
            server.objects().put(ObjectKeys.stackOrder("M 51"), none.getBytes(UTF_8), "application/json");

            assertThat(orders.of("M 51")).as(none).isEmpty();
        }
    }

    @Test
    void anObjectThatIsMuchTooLargeIsPassedOver() {
        String json = new String(EventCodec.toJson(order("M 52", "sho")), UTF_8);
        byte[] large = (" ".repeat(1 << 20) + json).getBytes(UTF_8);
        server.objects().put(ObjectKeys.stackOrder("M 52"), large, "application/json");

        assertThat(orders.of("M 52")).isEmpty();
    }
}
