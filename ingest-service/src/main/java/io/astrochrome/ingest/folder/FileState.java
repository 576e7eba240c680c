package io.astrochrome.ingest.folder;

import java.nio.file.attribute.BasicFileAttributes;

/** What tells whether a file has changed. */
record FileState(long sizeBytes, long modifiedMillis) {
    static FileState of(BasicFileAttributes attributes) {
        return new FileState(attributes.size(), attributes.lastModifiedTime().toMillis());
    }
}
