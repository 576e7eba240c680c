package io.astrochrome.imaging.manifest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A list of frames as comma-separated values (RFC 4180) in UTF-8, with or without a byte order mark. The first record is the
 * heading and names column {@value #FILE}; which other columns mean something is for the reader to say. Whoever reads such a
 * list reads it here, so that a file is a manifest for all or for none.
 */
public final class FrameManifest {
    /** The column that names a frame's file, relative to the manifest's folder. */
    public static final String FILE = "file";

    private static final int BYTE_ORDER_MARK = 0xfeff;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
            .get();

    private FrameManifest() {}

    /**
     * Its records, each by column name and without columns that are blank in it; {@value #FILE} is always there.
     *
     * @throws ManifestFormatException where it is no manifest, or a record is cut off, too long or names no file; the message
     *     names the manifest and the record
     * @throws IOException where it cannot be read
     */
    public static List<Map<String, String>> read(Path manifest) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(manifest, StandardCharsets.UTF_8)) {
            in.mark(1);
            if (in.read() != BYTE_ORDER_MARK) {
                in.reset();
            }
            return records(manifest, FORMAT.parse(in));
        } catch (UncheckedIOException e) {
            throw unreadable(manifest, Objects.requireNonNull(e.getCause()));
        } catch (CharacterCodingException | CSVException e) {
            throw unreadable(manifest, e);
        } catch (IllegalArgumentException e) {
            throw new ManifestFormatException(manifest + " is no manifest: " + e.getMessage(), e);
        }
    }

    private static List<Map<String, String>> records(Path manifest, CSVParser parser) throws ManifestFormatException {
        List<String> heading = parser.getHeaderNames();
        if (!heading.contains(FILE)) {
            throw new ManifestFormatException(
                    manifest + " is no manifest: its heading has no column named " + FILE, null);
        }
        int columns = parser.getHeaderMap().size();
        List<Map<String, String>> records = new ArrayList<>();
        for (CSVRecord fields : parser) {
            String record = manifest + ": record " + fields.getRecordNumber();
            if (!fields.isConsistent()) {
                throw new ManifestFormatException(
                        record + " has " + fields.size() + " fields, its heading " + columns, null);
            }
            Map<String, String> told = new LinkedHashMap<>();
            fields.toMap().forEach((column, value) -> {
                if (!value.isBlank()) {
                    told.put(column, value);
                }
            });
            if (!told.containsKey(FILE)) {
                throw new ManifestFormatException(record + " names no file", null);
            }
            records.add(told);
        }
        return records;
    }

    private static IOException unreadable(Path manifest, IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return new ManifestFormatException(manifest + " is no manifest: it is not UTF-8", cause);
        }
        return cause instanceof CSVException
                ? new ManifestFormatException(manifest + " is no manifest: " + cause.getMessage(), cause)
                : cause;
    }
}
