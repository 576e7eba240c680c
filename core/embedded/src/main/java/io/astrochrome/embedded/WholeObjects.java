package io.astrochrome.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A store of files that lists what was written to its end alone, as S3 does: S3Proxy writes an object beside its place, under
 * its key with a UUID behind it, lists it there as well, and leaves it there when the process is killed. So no key may end in a
 * hyphen and a UUID: it would not be listed, and would go.
 */
final class WholeObjects extends ForwardingBlobStore {
    private static final Pattern UNFINISHED =
            Pattern.compile(".+-\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    WholeObjects(BlobStore files) {
        super(files);
    }

    /**
     * Removes what a killed process had not written to its end.
     *
     * @param before what was written to since then is under way
     */
    static void sweep(Path objects, Instant before) throws IOException {
        Files.walkFileTree(objects, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (isUnfinished(file.getFileName().toString())
                        && attributes.lastModifiedTime().toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        ListObjectsV2Response page = super.list(request);
        List<S3Object> whole = page.contents().stream()
                .filter(object -> !isUnfinished(object.key()))
                .toList();
        return page.toBuilder().contents(whole).build();
    }

    /**
     * Whether that is the name of something under way.
     *
     * @param key or the last part of it
     */
    private static boolean isUnfinished(String key) {
        return UNFINISHED.matcher(key.substring(key.lastIndexOf('/') + 1)).matches();
    }
}
