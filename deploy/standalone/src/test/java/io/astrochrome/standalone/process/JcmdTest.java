package io.astrochrome.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JcmdTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long SELF = ProcessHandle.current().pid();

    /** Larger than any process's id. */
    private static final long NOBODY = Integer.MAX_VALUE;

    @Test
    void saysWhetherTheJvmHasDoneIt() throws IOException, InterruptedException {
        assumeThat(Path.of(System.getProperty("java.home"), "bin", "jcmd")).isExecutable();

        assertThat(Jcmd.run(SELF, PATIENCE, "VM.version")).isTrue();
        assertThat(Jcmd.run(SELF, PATIENCE, "VM.no_such_command")).isFalse();
        assertThat(Jcmd.run(NOBODY, PATIENCE, "VM.version")).isFalse();
    }
}
