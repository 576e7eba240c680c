package io.astrochrome.platform.access;

import io.astrochrome.embedded.ServerCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A certificate for 127.0.0.1 that nobody but its owner trusts, made with the JDK's own tool. */
record Certificates(ServerCertificate own, Path pem) {
    static Certificates in(Path folder, String password) throws IOException, InterruptedException {
        Path store = folder.resolve("server.p12");
        Path pem = folder.resolve("ca.pem");
        keytool(
                store,
                password,
                List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1"));
        keytool(store, password, List.of("-exportcert", "-rfc", "-file", pem.toString()));
        return new Certificates(new ServerCertificate(store, password), pem);
    }

    private static void keytool(Path store, String password, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-alias", "server", "-storetype", "PKCS12", "-storepass", password));
        command.addAll(List.of("-keystore", store.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + said);
        }
    }
}
