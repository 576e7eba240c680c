package io.astrochrome.bench.chaos;

import io.astrochrome.standalone.demo.DemoFrame;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.FrameSender.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Whoever has a frame does not give up because nobody takes it for a while. Thread-safe. */
final class PatientSender {
    private static final int SERVERS_FAULT = 500;

    /** More than any fault takes: what nobody takes for so long is a failure of the stream. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final FrameSender sender;
    private volatile boolean givenUp;

    PatientSender(URI ingest) {
        this.sender = new FrameSender(ingest);
    }

    /** What was answered at last: that the frame was taken, or why it never will be. */
    Answer send(DemoFrame frame) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = sender.send(frame);
                if (!(answer instanceof Answer.Refused refusal) || refusal.status() < SERVERS_FAULT) {
                    return answer;
                }
                if (System.nanoTime() > end) {
                    throw new IOException("nobody has taken " + frame.file().getFileName() + " for "
                            + PATIENCE.toMinutes() + " minutes: " + refusal.reason());
                }
            } catch (IOException e) {
                if (givenUp || System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    /** The next failure is told. */
    void giveUp() {
        givenUp = true;
    }
}
