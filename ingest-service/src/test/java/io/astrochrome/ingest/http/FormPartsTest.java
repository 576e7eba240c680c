package io.astrochrome.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.junit.jupiter.api.Test;

class FormPartsTest {
    private static final String BOUNDARY = "frontier";

    @Property(tries = 200)
    void givesBackEveryByteOfEveryPart(
            @ForAll @Size(max = 4) List<byte[]> files, @ForAll @IntRange(min = 1, max = 70_000) int chunk)
            throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (byte[] file : files) {
            form.writeBytes(ascii("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n"
                    + "Content-Type: image/fits\r\n\r\n"));
            // Nearly a boundary, to be told from a real one.
            form.writeBytes(ascii("\r\n--front"));
            form.writeBytes(file);
            form.writeBytes(ascii("\r\n-\r\n"));
            form.writeBytes(ascii("\r\n"));
        }
        form.writeBytes(ascii("--" + BOUNDARY + "--\r\n"));

        FormParts reader = new FormParts(new Dripping(form.toByteArray(), chunk), BOUNDARY);
        for (byte[] file : files) {
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            expected.writeBytes(ascii("\r\n--front"));
            expected.writeBytes(file);
            expected.writeBytes(ascii("\r\n-\r\n"));
            assertThat(reader.next().orElseThrow().bytes().readAllBytes()).isEqualTo(expected.toByteArray());
        }
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void readsPartsLargerThanItsBuffer() throws IOException {
        byte[] large = new byte[1_000_000];
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(ascii("--" + BOUNDARY + "\r\nContent-Disposition: form-data\r\n\r\n"));
        form.writeBytes(large);
        form.writeBytes(ascii("\r\n--" + BOUNDARY + "--"));

        FormParts reader = new FormParts(new ByteArrayInputStream(form.toByteArray()), BOUNDARY);

        assertThat(reader.next().orElseThrow().bytes().readAllBytes()).isEqualTo(large);
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void passesOverWhatIsBeforeTheFirstPartAndWhatIsLeftUnread() throws IOException {
        FormParts reader = reader("This is a form.\r\n--frontier\r\nX: y\r\n\r\nunread\r\n--frontier\r\n"
                + "Content-Disposition: form-data; name=target\r\n\r\nM 31\r\n--frontier--\r\nThat was it.");

        assertThat(reader.next()).isPresent();
        FormParts.Part second = reader.next().orElseThrow();

        assertThat(second.disposition().name()).hasValue("target");
        assertThat(second.fileName()).isEmpty();
        assertThat(second.bytes().readAllBytes()).isEqualTo(ascii("M 31"));
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void refusesAFormThatIsCutOff() throws IOException {
        FormParts.Part part = reader("--frontier\r\nContent-Disposition: form-data\r\n\r\nhalf a fra")
                .next()
                .orElseThrow();

        assertThatThrownBy(() -> part.bytes().readAllBytes()).isInstanceOf(FileUploadException.class);
    }

    @Test
    void refusesHeadersWithoutEnd() throws IOException {
        FormParts reader = reader("--frontier\r\nX: " + "x".repeat(100_000));

        assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessageContaining("8192");
    }

    @Test
    void understandsFileNamesOfAllMakes() throws FileUploadException {
        assertThat(fileName("form-data; name=\"file\"; filename=\"M 31; \\\"best\\\".fits\""))
                .hasValue("M 31; \"best\".fits");
        assertThat(fileName("attachment; filename=plain.fits")).hasValue("plain.fits");
        assertThat(fileName("attachment; filename=\"x\"; filename*=UTF-8''Trapez%20%C3%B6%2B1.fits"))
                .hasValue("Trapez \u00f6+1.fits");
        assertThat(fileName("form-data; name=\"target\"")).isEmpty();
    }

    @Test
    void readsADispositionWhateverItsLength() throws FileUploadException {
        assertThat(fileName("form-data; filename=\"" + "a".repeat(100_000) + "\"")
                        .orElseThrow())
                .hasSize(100_000);
        assertThat(fileName("form-data; filename=\"" + "\\\\".repeat(1000) + "\"")
                        .orElseThrow())
                .hasSize(1000);
    }

    @Test
    void refusesMorePartsThanTheLimit() throws IOException {
        FormParts parts =
                reader("--frontier\r\nX: y\r\n\r\nx\r\n".repeat(FormParts.MOST_PARTS + 1) + "--frontier--\r\n");
        for (int i = 0; i < FormParts.MOST_PARTS; i++) {
            assertThat(parts.next()).isPresent();
        }

        assertThatThrownBy(parts::next).isInstanceOf(FileUploadException.class).hasMessageContaining("1000 parts");
    }

    @Test
    void refusesABoundaryThatNoBufferHolds() {
        assertThatThrownBy(() -> new FormParts(new ByteArrayInputStream(new byte[0]), "b".repeat(100_000)))
                .isInstanceOf(FileUploadException.class);
    }

    @Test
    void refusesANameThatIsEncodedInAWayThatCannotBeRead() {
        assertThatThrownBy(() -> fileName("form-data; filename=\"=?utf-8?B?a?=\""))
                .isInstanceOf(FileUploadException.class);
    }

    private static Optional<String> fileName(String header) throws FileUploadException {
        return Disposition.parse(header).fileName();
    }

    private static FormParts reader(String form) throws IOException {
        return new FormParts(new ByteArrayInputStream(ascii(form)), BOUNDARY);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Gives at most so many bytes at a time, as networks do. */
    private static final class Dripping extends InputStream {
        private final InputStream all;
        private final int chunk;

        Dripping(byte[] bytes, int chunk) {
            this.all = new ByteArrayInputStream(bytes);
            this.chunk = chunk;
        }

        @Override
        public int read() throws IOException {
            return all.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return all.read(bytes, offset, Math.min(chunk, length));
        }
    }
}
