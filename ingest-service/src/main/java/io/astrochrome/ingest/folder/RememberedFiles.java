package io.astrochrome.ingest.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Leaves handled files where they are and writes down their names, sizes and times, one a line, in {@value #FILE_NAME}
 * of the watched folder. A file that changes is looked at again. A line that cannot be read is passed over: its file is
 * taken in again and found to be a duplicate. Not thread-safe.
 */
final class RememberedFiles implements HandledFiles {
    static final String FILE_NAME = ".astrochrome-handled";
    private static final int FIELDS = 3;

    private final Path folder;
    private final Path memory;
    private final Map<String, FileState> handled = new HashMap<>();

    RememberedFiles(Path folder) throws IOException {
        this.folder = folder;
        this.memory = folder.resolve(FILE_NAME);
        if (Files.exists(memory)) {
            for (String line : Files.readAllLines(memory, StandardCharsets.UTF_8)) {
                remember(line.split("\t", FIELDS));
            }
        }
    }

    private void remember(String[] fields) {
        if (fields.length == FIELDS) {
            try {
                handled.put(fields[2], new FileState(Long.parseLong(fields[0]), Long.parseLong(fields[1])));
            } catch (NumberFormatException e) {
                return; // a line that was cut off
            }
        }
    }

    @Override
    public boolean contains(Path file, FileState state) {
        return state.equals(handled.get(name(file)));
    }

    @Override
    public void taken(Path file, FileState state) throws IOException {
        String name = name(file);
        handled.put(name, state);
        Files.writeString(
                memory,
                state.sizeBytes() + "\t" + state.modifiedMillis() + "\t" + name + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    @Override
    public void refused(Path file, FileState state, String reason) throws IOException {
        taken(file, state);
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\n', ' ').replace('\t', ' ');
    }
}
