package io.astrochrome.colorize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayCommandTest {
    private static final int WRONG_USAGE = 2;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = ReplayCommand.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    @Test
    void refusesToReplayIntoNothing() {
        assertThat(run("--no-topic")).isEqualTo(WRONG_USAGE);
        assertThat(err.toString()).contains("nothing would be kept");
    }

    @Test
    void refusesASpanThatIsNone() {
        assertThat(run("--from", "2026-11-22T20:00:00Z", "--to", "2026-11-22T19:00:00Z"))
                .isEqualTo(WRONG_USAGE);
        assertThat(run("--offsets", "1:5")).isEqualTo(WRONG_USAGE);
        assertThat(err.toString()).contains("not before its end").contains("PARTITION:FIRST-LAST, not 1:5");
    }

    @Test
    void saysWhereItLookedForAStream() {
        assertThat(run("--data", folder.toString())).isEqualTo(1);
        assertThat(run("dead-letters", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("there is no stream in " + folder).contains("./run up");
    }

    @Test
    void describesItself() {
        assertThat(run("--help")).isZero();
        assertThat(run("dead-letters", "--help")).isZero();
        assertThat(out.toString()).contains("colorized-replay.v1").contains("each letter once");
    }
}
