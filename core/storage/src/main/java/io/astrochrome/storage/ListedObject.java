package io.astrochrome.storage;

import java.time.Instant;

/** What a listing of the store says about an object. */
public record ListedObject(String key, long sizeBytes, Instant lastModified) {}
