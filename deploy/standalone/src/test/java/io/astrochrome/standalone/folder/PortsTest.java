package io.astrochrome.standalone.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    private Path root;

    private DataFolder folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = new DataFolder(root).create();
    }

    @Test
    void prefersTheUsualPort() throws Exception {
        var usual = freePort();

        assertThat(new Ports(Settings.read(folder)).choose("ingest", usual)).isEqualTo(usual);
    }

    @Test
    void takesAnotherPortWhereTheUsualOneIsInUse() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = new Ports(Settings.read(folder)).choose("ingest", busy.getLocalPort());

            assertThat(port).isNotEqualTo(busy.getLocalPort()).isPositive();
        }
    }

    @Test
    void remembersItsChoiceOverARestart() throws Exception {
        var settings = Settings.read(folder);
        int chosen;
        int usual;
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            usual = busy.getLocalPort();
            chosen = new Ports(settings).choose("ingest", usual);
        }
        settings.write();

        assertThat(new Ports(Settings.read(folder)).choose("ingest", usual)).isEqualTo(chosen);
    }

    @Test
    void givesNoPortTwice() throws Exception {
        var ports = new Ports(Settings.read(folder));
        var usual = freePort();

        assertThat(ports.choose("ingest", usual)).isNotEqualTo(ports.choose("colorize", usual));
    }

    @Test
    void namesASettingThatIsNoPort() throws Exception {
        var settings = Settings.read(folder);
        settings.set("port.ingest", "eight");

        assertThatThrownBy(() -> new Ports(settings).choose("ingest", 1)).hasMessageContaining("port.ingest");
    }

    @Test
    void keepsSettingsFromOtherPeoplesEyes() throws Exception {
        Settings.read(folder).write();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.settings())))
                .isEqualTo("rw-------");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
