package io.astrochrome.trainer.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comma-separated values after RFC 4180: quoted fields may hold commas, doubled quotes and line breaks. */
final class CsvRecords {
    private final String text;
    private int at;

    private CsvRecords(String text) {
        this.text = text;
    }

    /**
     * The records below the header line, each by column name; a record shorter than the header has empty fields.
     *
     * @throws IllegalArgumentException where a quoted field never ends, or a record is longer than the header
     */
    static List<Map<String, String>> parse(String text) {
        CsvRecords csv = new CsvRecords(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (csv.atEnd()) {
            throw new IllegalArgumentException("there is no header line");
        }
        List<String> header = csv.record();
        List<Map<String, String>> records = new ArrayList<>();
        while (!csv.atEnd()) {
            List<String> fields = csv.record();
            if (fields.size() == 1 && fields.get(0).isEmpty()) {
                continue;
            }
            if (fields.size() > header.size()) {
                throw new IllegalArgumentException("record " + (records.size() + 1) + " has " + fields.size()
                        + " fields, the header " + header.size());
            }
            Map<String, String> record = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                record.put(header.get(i), i < fields.size() ? fields.get(i) : "");
            }
            records.add(record);
        }
        return records;
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private List<String> record() {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(!atEnd() && text.charAt(at) == '"' ? quoted() : plain());
            if (atEnd()) {
                return fields;
            }
            char end = text.charAt(at++);
            if (end == '\r' && !atEnd() && text.charAt(at) == '\n') {
                at++;
            }
            if (end != ',') {
                return fields;
            }
        }
    }

    private String plain() {
        int start = at;
        while (!atEnd() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (!atEnd()) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (!atEnd() && text.charAt(at) == '"') {
                field.append(text.charAt(at++));
            } else {
                return field.append(plain()).toString();
            }
        }
        throw new IllegalArgumentException("a quoted field never ends");
    }
}
