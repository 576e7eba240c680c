package io.astrochrome.standalone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.folder.Settings;
import io.astrochrome.standalone.stack.Addresses;
import io.astrochrome.standalone.stack.StoreKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** What a service that somebody starts by hand needs to know, as a file for the shell that its owner alone can read. */
final class ByHand {
    private ByHand() {}

    /** Writes the file anew. */
    static Path write(DataFolder folder, Addresses addresses) throws IOException {
        StoreKey key = StoreKey.of(Settings.read(folder));
        Path file = folder.root().resolve("environment");
        Files.deleteIfExists(file);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            channel.write(ByteBuffer.wrap(
                    """
                    export KAFKA_BOOTSTRAP_SERVERS=%s
                    export ASTROCHROME_STORE_ENDPOINT=%s
                    export ASTROCHROME_STORE_ACCESS_KEY=%s
                    export ASTROCHROME_STORE_SECRET_KEY=%s
                    export ORT_DISABLE_TELEMETRY=1 OMP_WAIT_POLICY=PASSIVE
                    """.formatted(addresses.bootstrapServers(), addresses.store(), key.accessKey(), key.secretKey())
                            .getBytes(UTF_8)));
        }
        return file;
    }
}
