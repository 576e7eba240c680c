package io.astrochrome.imaging.decode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kinds of files that are known and not read: what they are, and what to do with them, as a sentence goes on. */
final class UnreadFormat {
    /** ISO 14496-12: the box that says which kind a file of that family is, behind its four bytes of length. */
    private static final String FILE_TYPE_BOX = "ftyp";

    /** Where HDF5's signature stands behind the smallest block of the user's own bytes. */
    private static final int HDF_USER_BLOCK = 512;

    /** Netpbm's kinds by the letter of their signature, which a blank or a line's end follows. */
    private static final Map<Character, String> NETPBM = Map.of(
            '1', "PBM", '2', "PGM", '3', "PPM", '4', "PBM", '5', "PGM", '6', "PPM", '7', "PAM", 'f', "PFM", 'F', "PFM");

    private static final String UNPACK = ", which is not read; unpack it first";
    private static final String CONVERT = ", which is not read; convert it to TIFF or PNG";
    private static final String RAW =
            ", which is not read; convert it to FITS, XISF or 16-bit TIFF with the camera's program,"
                    + " Siril, darktable or RawTherapee";
    private static final String VIDEO = ", which is not read; stack its pictures, or save one as FITS, TIFF or PNG";
    private static final String TABLE = ", which is not read; save its picture as FITS";

    private static final List<Kind> KINDS = List.of(
            new Kind(0, "BZh", "is packed by bzip2", UNPACK + " (bunzip2)"),
            new Kind(0, "\u001f\u009d", "is packed by compress (.Z)", UNPACK + " (gzip -d)"),
            new Kind(0, "\u001f\u00a0", "is packed by compress (.z)", UNPACK + " (gzip -d)"),
            new Kind(0, "PK\3\4", "is a ZIP archive", UNPACK),
            new Kind(0, "PK\5\6", "is an empty ZIP archive", UNPACK),
            new Kind(0, "7z\u00bc\u00af'\u001c", "is a 7z archive", UNPACK),
            new Kind(0, "\u00fd7zXZ\0", "is packed by xz", UNPACK + " (unxz)"),
            new Kind(0, "(\u00b5/\u00fd", "is packed by Zstandard", UNPACK + " (unzstd)"),
            new Kind(0, "\4\"M\u0018", "is packed by LZ4", UNPACK + " (unlz4)"),
            new Kind(0, "Rar!\u001a\7", "is a RAR archive", UNPACK),
            new Kind(257, "ustar", "is a tar archive", UNPACK),
            new Kind(8, "CR\2", "is camera raw (Canon CR2)", RAW),
            new Kind(FILE_TYPE_BOX, "crx ", "is camera raw (Canon CR3)", RAW),
            new Kind(6, "HEAPCCDR", "is camera raw (Canon CRW)", RAW),
            new Kind(0, "FUJIFILMCCD-RAW", "is camera raw (Fujifilm RAF)", RAW),
            new Kind(0, "IIRO", "is camera raw (Olympus ORF)", RAW),
            new Kind(0, "IIRS", "is camera raw (Olympus ORF)", RAW),
            new Kind(0, "MMOR", "is camera raw (Olympus ORF)", RAW),
            new Kind(0, "IIU\0", "is camera raw (Panasonic RW2)", RAW),
            new Kind(0, "\0MRM", "is camera raw (Minolta MRW)", RAW),
            new Kind(0, "FOVb", "is camera raw (Sigma X3F)", RAW),
            new Kind(0, "LUCAM-RECORDER", "is a video of a planetary camera (SER)", VIDEO),
            new Kind(8, "AVI ", "is a video (AVI)", VIDEO),
            new Kind(0, "\u001aE\u00df\u00a3", "is a video (Matroska)", VIDEO),
            new Kind(FILE_TYPE_BOX, "heic", "is HEIC", CONVERT),
            new Kind(FILE_TYPE_BOX, "heix", "is HEIC", CONVERT),
            new Kind(FILE_TYPE_BOX, "mif1", "is HEIF", CONVERT),
            new Kind(FILE_TYPE_BOX, "msf1", "is HEIF", CONVERT),
            new Kind(FILE_TYPE_BOX, "avif", "is AVIF", CONVERT),
            new Kind(FILE_TYPE_BOX, "", "is a video (MP4 or QuickTime)", VIDEO),
            new Kind(4, "moov", "is a video (QuickTime)", VIDEO),
            new Kind(4, "mdat", "is a video (QuickTime)", VIDEO),
            new Kind(4, "wide", "is a video (QuickTime)", VIDEO),
            new Kind(4, "skip", "is a video (QuickTime)", VIDEO),
            new Kind(4, "free", "is a video (QuickTime)", VIDEO),
            new Kind(0, "\u0089HDF\r\n", "is HDF5", TABLE),
            new Kind(HDF_USER_BLOCK, "\u0089HDF\r\n", "is HDF5", TABLE),
            new Kind(0, "#ASDF", "is ASDF", TABLE),
            new Kind(0, "CDF\1", "is NetCDF", TABLE),
            new Kind(0, "CDF\2", "is NetCDF", TABLE),
            new Kind(0, "\0\0\0\fjP  ", "is JPEG 2000", CONVERT),
            new Kind(0, "\u00ffO\u00ffQ", "is JPEG 2000", CONVERT),
            new Kind(0, "\0\0\0\fJXL ", "is JPEG XL", CONVERT),
            new Kind(0, "\u00ff\n", "is JPEG XL", CONVERT),
            new Kind(0, "GIF8", "is GIF", CONVERT),
            new Kind(0, "8BPS", "is Photoshop's PSD", CONVERT),
            new Kind(0, "v/1\1", "is OpenEXR", CONVERT),
            new Kind(0, "%PDF", "is PDF", CONVERT),
            new Kind(0, "BM", "is BMP", CONVERT),
            new Kind(0, "\0\0\1\0", "is an icon (ICO)", CONVERT),
            new Kind(0, "XISF", "is XISF of another version than 1.0", "; save it as XISF 1.0 or FITS"),
            new Kind(0, "XTENSION", "is FITS without its primary header, perhaps a piece of a file", ""));

    private UnreadFormat() {}

    /** The rest of the sentence; empty where the bytes are of no kind that is known. */
    static Optional<String> sentence(byte[] firstBytes) {
        if (firstBytes.length == 0) {
            return Optional.of("is empty");
        }
        String text = new String(firstBytes, StandardCharsets.ISO_8859_1);
        String start = text.stripLeading();
        if (start.regionMatches(true, 0, "<!DOCTYPE html", 0, 14) || start.regionMatches(true, 0, "<html", 0, 5)) {
            return Optional.of("is a web page (HTML), perhaps of a download that failed");
        }
        if (text.length() > 2 && text.charAt(0) == 'P' && Character.isWhitespace(text.charAt(2))) {
            String netpbm = NETPBM.get(text.charAt(1));
            if (netpbm != null) {
                return Optional.of("is " + netpbm + CONVERT);
            }
        }
        return KINDS.stream().filter(kind -> kind.matches(text)).findFirst().map(kind -> kind.is + kind.whatToDo);
    }

    /** Of the kinds that other formats' signatures hide: Canon's CR2 begins as a TIFF. */
    static boolean hidesBehind(byte[] firstBytes) {
        return new String(firstBytes, StandardCharsets.ISO_8859_1).startsWith("CR\2", 8);
    }

    /** A signature at an offset. */
    private record Kind(int offset, String signature, String is, String whatToDo) {
        /** Of the family of ISO 14496-12. */
        Kind(String box, String brand, String is, String whatToDo) {
            this(4, box + brand, is, whatToDo);
        }

        boolean matches(String bytes) {
            return bytes.startsWith(signature, offset);
        }
    }
}
