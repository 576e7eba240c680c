package io.astrochrome.storage;

import java.time.Instant;

/**
 * What the store says about an object without its bytes being read.
 *
 * @param mediaType as given when it was put
 */
public record StoredObject(String bucket, String key, long sizeBytes, String mediaType, Instant lastModified) {}
