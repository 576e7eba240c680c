package io.astrochrome.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadFormatTest {
    @TempDir
    Path folder;

    private Decoding decoding;

    @BeforeEach
    void setUp() {
        decoding = new Decoding(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BZh91AY | packed by bzip2 | unpack it",
                "\\x1f\\x9d\\x90 | packed by compress | unpack it",
                "PK\\x03\\x04 | a ZIP archive | unpack it",
                "7z\\xbc\\xaf'\\x1c | a 7z archive | unpack it",
                "\\xfd7zXZ\\x00 | packed by xz | unpack it",
                "II*\\x00\\x10\\x00\\x00\\x00CR\\x02\\x00 | camera raw (Canon CR2) | convert it to FITS",
                "\\x00\\x00\\x00\\x18ftypcrx\\x20 | camera raw (Canon CR3) | convert it to FITS",
                "FUJIFILMCCD-RAW 0201 | camera raw (Fujifilm RAF) | convert it to FITS",
                "IIRO\\x08\\x00 | camera raw (Olympus ORF) | convert it to FITS",
                "LUCAM-RECORDER | a video | stack its pictures",
                "RIFF\\x00\\x00\\x00\\x00AVI LIST | a video (AVI) | stack its pictures",
                "\\x00\\x00\\x00\\x18ftypheic | HEIC | convert it to TIFF",
                "\\x00\\x00\\x00\\x18ftypmp42 | a video | stack its pictures",
                "\\x89HDF\\x0d\\x0a\\x1a\\x0a | HDF5 | as FITS",
                "\\x00\\x00\\x00\\x0cjP\\x20\\x20 | JPEG 2000 | convert it to TIFF",
                "GIF89a | GIF | convert it to TIFF",
                "BM6\\x00 | BMP | convert it to TIFF",
                "P5\\x0a4 3 | PGM | convert it to TIFF",
                "P6 4 3 255 | PPM | convert it to TIFF",
                "P7\\x0aWIDTH 4 | PAM | convert it to TIFF",
                "Pf\\x0a4 3 | PFM | convert it to TIFF",
                "\\x00\\x00\\x01\\x00\\x01\\x00 | an icon | convert it to TIFF",
                "\\x00\\x00\\x00\\x08wide | a video (QuickTime) | stack its pictures",
                "\\x00\\x00\\x02\\x00moov | a video (QuickTime) | stack its pictures",
                "<!doctype HTML><html> | a web page | download"
            })
    void saysWhatAFileIsThatIsNotReadAndWhatToDo(String start, String what, String advice) {
        byte[] file = bytes(start);
        assertThat(decoding.rejected(file).code()).isEqualTo(RejectionReason.UNKNOWN_FORMAT);
        assertThat(decoding.rejected(file).message())
                .startsWith("test frame is ")
                .contains(what, advice);
        assertThat(FrameDecoder.sniff(file)).isEmpty();
    }

    @Test
    void knowsHdf5BehindABlockOfTheUsersOwn() {
        assertThat(decoding.rejected(bytes("x".repeat(512) + "\\x89HDF\\x0d\\x0a\\x1a\\x0a"))
                        .message())
                .contains("HDF5");
    }

    @Test
    void saysWhatIsReadOfAFileThatNobodyKnows() {
        assertThat(decoding.rejected("nonsense".getBytes(StandardCharsets.US_ASCII))
                        .message())
                .isEqualTo("test frame is none of FITS, XISF, PNG, JPEG, TIFF and WebP");
        assertThat(decoding.rejected(new byte[0]).message()).isEqualTo("test frame is empty");
    }

    /** Text with bytes as \xNN. */
    private static byte[] bytes(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\x", i)) {
                plain.append((char) Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else {
                plain.append(text.charAt(i));
            }
        }
        byte[] bytes = plain.toString().getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(bytes, Math.max(bytes.length, 64));
    }
}
