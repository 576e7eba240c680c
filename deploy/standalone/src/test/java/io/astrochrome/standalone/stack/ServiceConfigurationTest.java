package io.astrochrome.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What no service's own test sees: a connector attribute that is never read falls back to a default that mostly works. */
class ServiceConfigurationTest {
    private static final Path PROJECT = Path.of("../..");
    private static final Pattern DOTTED_KEY = Pattern.compile("^\\s*[a-z-]+\\.[a-z.-]+:.*");

    @ParameterizedTest
    @EnumSource(Service.class)
    void nestsItsKeysBecauseTheYamlSourceQuotesDottedOnes(Service service) throws IOException {
        var file = PROJECT.resolve(service.module()).resolve("src/main/resources/application.yaml");

        List<String> dotted = Files.readAllLines(file).stream()
                .filter(line -> DOTTED_KEY.matcher(line).matches())
                .toList();

        assertThat(dotted)
                .as("write auto: offset: reset: instead of auto.offset.reset: in " + file)
                .isEmpty();
    }
}
