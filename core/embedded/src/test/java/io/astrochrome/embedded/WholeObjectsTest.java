package io.astrochrome.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

class WholeObjectsTest {
    private static final Instant LONG_AGO = Instant.parse("2026-11-22T18:00:00Z");

    @TempDir
    Path folder;

    @Test
    void areListedWithoutWhatIsUnderWay() throws IOException {
        object("frames/ab/abcdef", LONG_AGO);
        object("frames/ab/abcdef-" + UUID.randomUUID(), LONG_AGO);
        object("nights/1/journal/000001.json", LONG_AGO);
        object("nights/1/journal/000002.json-" + UUID.randomUUID(), LONG_AGO);
        object(UUID.randomUUID() + "/a-name", LONG_AGO);

        var store = new WholeObjects(new FilesystemNio2BlobStore(folder.toString()));
        var listed = store.list(ListObjectsV2Request.builder()
                .bucket("bucket")
                .prefix("frames/")
                .build());
        var all = store.list(ListObjectsV2Request.builder().bucket("bucket").build());

        assertThat(listed.contents()).extracting(S3Object::key).containsExactly("frames/ab/abcdef");
        assertThat(all.contents()).hasSize(3);
    }

    @Test
    void stayWhenAStoreStartsAndWhatWasUnderWayBeforeGoes() throws IOException {
        var whole = object("frames/ab/abcdef", LONG_AGO);
        var left = object("frames/ab/abcdef-" + UUID.randomUUID(), LONG_AGO);
        var underWay = object("frames/ab/bcdefa-" + UUID.randomUUID(), LONG_AGO.plusSeconds(60));

        WholeObjects.sweep(folder, LONG_AGO.plusSeconds(1));

        assertThat(whole).exists();
        assertThat(left).doesNotExist();
        assertThat(underWay).exists();
    }

    private Path object(String key, Instant at) throws IOException {
        var file = folder.resolve("bucket").resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "bytes");
        return Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
