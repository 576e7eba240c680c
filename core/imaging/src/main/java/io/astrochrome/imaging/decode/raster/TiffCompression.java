package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.util.Map;
import java.util.Set;

/** TIFF's compressions by their numbers: which are read, and the names of those that are known and not read. */
final class TiffCompression {
    /** None, CCITT, LZW, JPEG, Deflate, PackBits and ThunderScan's like, as the library has them. */
    private static final Set<Long> READ = Set.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 32771L, 32773L, 32946L);

    private static final Set<Long> JPEG = Set.of(6L, 7L);

    private static final Map<Long, String> NAMES = Map.ofEntries(
            Map.entry(9L, "JBIG"),
            Map.entry(10L, "JBIG"),
            Map.entry(32809L, "ThunderScan"),
            Map.entry(34661L, "JBIG"),
            Map.entry(34676L, "SGI LogLuv"),
            Map.entry(34677L, "SGI LogLuv"),
            Map.entry(34712L, "JPEG 2000"),
            Map.entry(34887L, "LERC"),
            Map.entry(34892L, "lossy JPEG of a DNG"),
            Map.entry(34925L, "LZMA"),
            Map.entry(34926L, "Zstandard"),
            Map.entry(34927L, "WebP"),
            Map.entry(50000L, "Zstandard"),
            Map.entry(50001L, "WebP"),
            Map.entry(50002L, "JPEG XL"));

    private TiffCompression() {}

    static void requireReadable(SourceFile source, TiffDirectory directory) throws RejectionException {
        long compression = directory.compression();
        if (!READ.contains(compression)) {
            throw source.rejection(
                    RejectionReason.UNSUPPORTED,
                    "is a TIFF compressed by "
                            + NAMES.getOrDefault(compression, "method " + compression)
                            + ", which is not read; save it uncompressed, or by LZW or Deflate");
        }
        if (JPEG.contains(compression) && directory.bitsPerSample() != Byte.SIZE) {
            throw source.rejection(
                    RejectionReason.UNSUPPORTED,
                    "is a TIFF of JPEG with " + directory.bitsPerSample()
                            + " bits a sample, where 8 are read; save it uncompressed, or by LZW or Deflate");
        }
    }
}
