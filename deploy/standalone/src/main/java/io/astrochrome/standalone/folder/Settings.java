package io.astrochrome.standalone.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** What the launcher chose once and keeps: ports and the store's key. Readable by its owner alone. */
public final class Settings {
    private final DataFolder folder;
    private final Properties values = new Properties();

    private Settings(DataFolder folder) {
        this.folder = folder;
    }

    /** Reads the folder's settings; none yet is fine. */
    public static Settings read(DataFolder folder) throws IOException {
        var settings = new Settings(folder);
        if (Files.exists(folder.settings())) {
            try (var in = Files.newBufferedReader(folder.settings())) {
                settings.values.load(in);
            }
        }
        return settings;
    }

    /** The value, or null. */
    public String get(String key) {
        return values.getProperty(key);
    }

    /** Sets a value; {@link #write()} keeps it. */
    public void set(String key, String value) {
        values.setProperty(key, value);
    }

    /** Keeps the settings for the next start. */
    public void write() throws IOException {
        var file = folder.settings();
        if (Files.notExists(file)) {
            var owner = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
        }
        try (var out = Files.newBufferedWriter(file)) {
            values.store(out, "Chosen by the launcher. Delete a line to have it chosen anew.");
        }
    }
}
