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
        try (ServerSocket server = new ServerSocket(0, 1, HERE);
                Socket socket = new PromptSockets(false).createSocket(HERE, server.getLocalPort());
                Socket peer = server.accept();
                OutputStream out = socket.getOutputStream();
                InputStream in = peer.getInputStream()) {
            peer.setSoTimeout(100);
            out.write(new byte[3]);
            out.write(new byte[4]);
            assertThat(in.available()).isZero();

            out.flush();

            assertThat(in.readNBytes(7)).hasSize(7);
        }
    }

    @Test
    void leaveWholeRecordsToTls() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, HERE);
                Socket socket = new PromptSockets(true).createSocket(HERE, server.getLocalPort());
                Socket peer = server.accept();
                OutputStream out = socket.getOutputStream();
                InputStream in = peer.getInputStream()) {
            peer.setSoTimeout(5000);
            out.write(new byte[3]);

            assertThat(in.readNBytes(3)).hasSize(3);
        }
    }
}
