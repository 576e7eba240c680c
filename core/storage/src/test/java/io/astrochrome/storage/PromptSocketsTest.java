package io.astrochrome.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptSocketsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doNotWaitForAcknowledgements(boolean tls) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, HERE);
                Socket unconnected = new PromptSockets(tls).createSocket();
                Socket connected = new PromptSockets(tls).createSocket(HERE, server.getLocalPort())) {
            assertThat(unconnected.getTcpNoDelay()).isTrue();
            assertThat(connected.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void sendWhatWasWrittenInOnePieceWhenFlushed() throws IOException {
        try (Connection connection = new Connection(false)) {
            connection.out.write(new byte[3]);
            connection.out.write(new byte[4]);
            assertThat(connection.in.available()).isZero();

            connection.out.flush();

            assertThat(connection.in.readNBytes(7)).hasSize(7);
        }
    }

    @Test
    void leaveWholeRecordsToTls() throws IOException {
        try (Connection connection = new Connection(true)) {
            connection.out.write(new byte[3]);

            assertThat(connection.in.readNBytes(3)).hasSize(3);
        }
    }

    /** Both ends of a socket; what does not arrive within seconds fails. */
    private static final class Connection implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 1, HERE);
        private final Socket socket;
        private final Socket peer;
        private final OutputStream out;
        private final InputStream in;

        Connection(boolean tls) throws IOException {
            socket = new PromptSockets(tls).createSocket(HERE, server.getLocalPort());
            peer = server.accept();
            peer.setSoTimeout(5000);
            out = socket.getOutputStream();
            in = peer.getInputStream();
        }

        @Override
        public void close() throws IOException {
            socket.close();
            peer.close();
            server.close();
        }
    }
}
