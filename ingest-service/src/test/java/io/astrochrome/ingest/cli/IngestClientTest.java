package io.astrochrome.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestClientTest {
    private static final String KEY = "a key of the observatory";

    @TempDir
    Path folder;

    private HttpServer guarded;
    private URI address;

    @BeforeEach
    void startAServiceThatWantsAKey() throws IOException {
        guarded = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        guarded.createContext("/frames", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean known = KEY.equals(exchange.getRequestHeaders().getFirst("X-API-Key"));
            byte[] answer = (known ? "{\"frames\":[{\"status\":\"accepted\"}]}" : "{\"message\":\"send a key\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 202 : 401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        guarded.start();
        address = URI.create("http://127.0.0.1:" + guarded.getAddress().getPort());
    }

    @AfterEach
    void stopIt() {
        guarded.stop(0);
    }

    @Test
    void showsItsKey() throws Exception {
        FrameFile frame = new FrameFile(Files.writeString(folder.resolve("a.fits"), "bytes"), Map.of());

        assertThat(new IngestClient(address, Optional.of(KEY)).send(frame).status())
                .isEqualTo(SendResult.Status.ACCEPTED);
    }

    @Test
    void saysWhereAKeyBelongsThatIsMissing() throws IOException {
        FrameFile frame = new FrameFile(Files.writeString(folder.resolve("a.fits"), "bytes"), Map.of());

        assertThatThrownBy(() -> new IngestClient(address, Optional.empty()).send(frame))
                .isInstanceOf(ServiceAwayException.class)
                .hasMessageContaining("ASTROCHROME_SECURITY_API_KEY");
    }
}
