package io.astrochrome.standalone.cli;

import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.folder.Settings;
import io.astrochrome.standalone.models.ModelsClient;
import io.astrochrome.standalone.stack.Home;
import io.astrochrome.standalone.stack.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which system a command speaks to. */
final class ServerOptions {
    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The page's address. Default: the system that runs on the data folder. A server that asks for"
                    + " a key gets the one in ASTROCHROME_SECURITY_API_KEY.")
    private URI server;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The system's data folder. Default: .astrochrome in the project,"
                    + " ~/.local/share/astrochrome where that cannot be written.")
    private Path data;

    ModelsClient client() throws IOException {
        return new ModelsClient(server != null ? server : running(), System.getenv(ModelsClient.KEY_VARIABLE));
    }

    private URI running() throws IOException {
        DataFolder folder = DataFolder.of(data, Home.current().root());
        String port = Settings.read(folder).get("port." + Service.METRICS.id());
        return URI.create("http://127.0.0.1:" + (port == null ? Service.METRICS.usualPort() : port));
    }
}
