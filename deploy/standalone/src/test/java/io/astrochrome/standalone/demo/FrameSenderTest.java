package io.astrochrome.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FrameSenderTest {
    private static final byte[] FRAME = "a frame of the sky".getBytes(StandardCharsets.US_ASCII);
    private static final int END = -1;

    @Test
    void leavesNoConnectionOpenBehindAnAnswerThatNobodyReads(@TempDir Path folder) throws Exception {
        var file = Files.write(folder.resolve("frame.fits"), FRAME);
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var served = CompletableFuture.supplyAsync(() -> acceptOne(server));

            var answer = new FrameSender(URI.create("http://127.0.0.1:" + server.getLocalPort())).send(file, "M 31");

            assertThat(answer).isInstanceOf(FrameSender.Answer.Accepted.class);
            assertThat(served.get()).as("what comes behind the frame").isEqualTo(END);
        }
    }

    /** Takes a frame, keeps the connection, and waits for what comes next. */
    private static int acceptOne(ServerSocket server) {
        try (var connection = server.accept()) {
            var in = connection.getInputStream();
            var request = new StringBuilder();
            while (!request.toString().endsWith(new String(FRAME, StandardCharsets.US_ASCII))) {
                request.append((char) in.read());
            }
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                            .getBytes(StandardCharsets.US_ASCII));
            return in.read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
