package io.astrochrome.metrics.observatory;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The page's scripts without a browser: each function that a file {@code src/test/js/*.test.js} exports is a test. They
 * run in GraalJS, which knows the language and no page, so that what they call keeps off the document.
 */
class PageScriptsTest {
    private static final Path FOLDER = Path.of("src/test/js");
    private static final String ENDING = ".test.js";

    @TestFactory
    Stream<DynamicContainer> pageScripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            var tests = files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
            assertThat(tests).isNotEmpty();
            return tests.stream().map(PageScriptsTest::testsOf);
        }
    }

    private static DynamicContainer testsOf(Path file) {
        var name = file.getFileName().toString().replace(ENDING, "");
        var context = context();
        var exported = load(context, file);
        assertThat(exported.getMemberKeys()).as("tests of %s", file).isNotEmpty();
        var tests = exported.getMemberKeys().stream()
                .map(test -> DynamicTest.dynamicTest(test, () -> run(name + ", " + test, exported.getMember(test))));
        return DynamicContainer.dynamicContainer(name, tests.onClose(context::close));
    }

    private static Context context() {
        return Context.newBuilder("js")
                .allowIO(IOAccess.newBuilder().allowHostFileAccess(true).build())
                .option("engine.WarnInterpreterOnly", "false")
                .option("js.esm-eval-returns-exports", "true")
                .timeZone(ZoneOffset.UTC)
                .build();
    }

    private static Value load(Context context, Path file) {
        try {
            return context.eval(Source.newBuilder("js", file.toFile())
                    .mimeType("application/javascript+module")
                    .build());
        } catch (IOException | PolyglotException unreadable) {
            throw new AssertionError(file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static void run(String name, Value test) {
        try {
            Value answer = test.execute();
            if (answer.canInvokeMember("then")) {
                settled(name, answer);
            }
        } catch (PolyglotException broken) {
            throw new AssertionError(name + ": " + broken.getMessage() + where(broken), broken);
        }
    }

    /** An asynchronous test is done when it returns: it waits for nothing but promises. */
    private static void settled(String name, Value promise) {
        var reason = new CompletableFuture<Value>();
        promise.invokeMember("then", (ProxyExecutable) nothing -> reason.complete(null), (ProxyExecutable)
                broken -> reason.complete(broken[0]));
        assertThat(reason).as("%s is done", name).isCompleted();
        if (reason.join() != null) {
            throw reason.join().throwException();
        }
    }

    private static String where(PolyglotException broken) {
        return Stream.of(broken.getStackTrace())
                .filter(frame -> "<js>".equals(frame.getClassName()))
                .map(frame -> "\n    at " + frame.getMethodName() + " (" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")")
                .collect(joining());
    }
}
