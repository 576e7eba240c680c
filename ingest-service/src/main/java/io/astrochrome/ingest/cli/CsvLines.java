package io.astrochrome.ingest.cli;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** The records of a CSV file (RFC 4180): fields may be quoted, and then hold commas, quotes and line breaks. */
final class CsvLines {
    private final Reader in;
    private int next;

    CsvLines(Reader in) throws IOException {
        this.in = in;
        this.next = in.read();
    }

    /** The next record, or null after the last; an empty line is none. */
    List<String> read() throws IOException {
        while (next == '\n' || next == '\r') {
            next = in.read();
        }
        if (next < 0) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (next == ',') {
            next = in.read();
            fields.add(field());
        }
        return fields;
    }

    private String field() throws IOException {
        StringBuilder field = new StringBuilder();
        boolean quoted = next == '"';
        if (quoted) {
            next = in.read();
        }
        while (next >= 0 && (quoted || (next != ',' && next != '\n' && next != '\r'))) {
            int letter = next;
            next = in.read();
            if (quoted && letter == '"') {
                if (next != '"') {
                    quoted = false;
                    continue;
                }
                next = in.read();
            }
            field.append((char) letter);
        }
        return field.toString();
    }
}
