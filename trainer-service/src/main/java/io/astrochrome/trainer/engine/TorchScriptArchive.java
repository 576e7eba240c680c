package io.astrochrome.trainer.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript archive of one module without attributes, built from its readable text: a zip of stored entries, as
 * {@code torch.jit.load} wants it.
 */
final class TorchScriptArchive {
    private static final String FOLDER = "autograd/";
    private static final String RESOURCE = "autograd.torchscript";

    /** Pickle protocol 2: an object of class {@code __torch__.Autograd} whose state is {@code {training: False}}. */
    private static final String OBJECT = "\u0080\u0002c__torch__\nAutograd\nq\0)\u0081}(X\u0008\0\0\0training\u0089ub.";

    /** Pickle protocol 2: the empty tuple. */
    private static final String NO_CONSTANTS = "\u0080\u0002).";

    private static final String FORMAT_VERSION = "3\n";

    private TorchScriptArchive() {}

    /** The archive's bytes. */
    static byte[] autograd() {
        try (InputStream code = TorchScriptArchive.class.getResourceAsStream(RESOURCE)) {
            return of(code.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + RESOURCE + " cannot be read", e);
        }
    }

    /** The archive of a module of class {@code Autograd} with that text. */
    static byte[] of(byte[] code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "data.pkl", OBJECT.getBytes(StandardCharsets.ISO_8859_1));
            store(zip, "code/__torch__.py", code);
            store(zip, "constants.pkl", NO_CONSTANTS.getBytes(StandardCharsets.ISO_8859_1));
            store(zip, "version", FORMAT_VERSION.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("an archive in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(FOLDER + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
