package io.astrochrome.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets for OkHttp that send at once, and without TLS in large pieces. Without TCP_NODELAY the end of every object waited
 * for the store's delayed acknowledgement (RFC 1122, 4.2.3.2), some 20 to 40 ms; and OkHttp hands over 8 KiB at a time, each
 * a call of the kernel at both ends, and flushes at the end of a request. TLS makes records of its own. Thread-safe.
 */
final class PromptSockets extends SocketFactory {
    private static final int PIECE_BYTES = 1 << 16;

    private final boolean tls;

    /** For requests with TLS around them, or without. */
    PromptSockets(boolean tls) {
        this.tls = tls;
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = tls ? new Socket() : new InPieces();
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(address, port), new InetSocketAddress(localAddress, localPort));
    }

    private Socket connected(InetSocketAddress remote, @Nullable InetSocketAddress local) throws IOException {
        Socket socket = createSocket();
        socket.bind(local);
        socket.connect(remote);
        return socket;
    }

    private static final class InPieces extends Socket {
        private @Nullable OutputStream out;

        @Override
        public synchronized OutputStream getOutputStream() throws IOException {
            if (out == null) {
                out = new BufferedOutputStream(super.getOutputStream(), PIECE_BYTES);
            }
            return out;
        }
    }
}
