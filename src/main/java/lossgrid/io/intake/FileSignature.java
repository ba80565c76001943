package lossgrid.io.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import lossgrid.io.image.PngFormat;

/** The kinds of files that are told by their first bytes. */
enum FileSignature {
    PNG("", PngFormat.signature()),
    TIFF("", bytes("II*\0"), bytes("MM\0*")),
    BMP("", bytes("BM")),
    NPY("", bytes("\u0093NUMPY")),
    ZIP("", bytes("PK\3\4"), bytes("PK\5\6")),
    JPEG(
            "a JPEG, whose lossy compression destroys class indices; save masks as PNG",
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}),
    GIF("a GIF, which is not supported; save masks as PNG", bytes("GIF8")),
    WEBP("a WebP, which is not supported; save masks as PNG", bytes("RIFF")),
    BIG_TIFF("a BigTIFF, which is not supported; save it as TIFF or .npy", bytes("II+\0"), bytes("MM\0+")),
    HDF5(
            "an HDF5 file (or .mat of version 7.3), which is not supported; write the array with numpy.save",
            new byte[] {(byte) 0x89, 'H', 'D', 'F'}),
    MATLAB(
            "a MATLAB file, which is not supported; write the array with numpy.save(file, scipy.io.loadmat(...)[name])",
            bytes("MATLAB ")),
    GZIP("compressed with gzip; decompress it first", new byte[] {0x1f, (byte) 0x8b}),
    PDF("a PDF, which is not supported", bytes("%PDF")),
    PICKLE(
            "a Python pickle, which could run code when read; write the array with numpy.save",
            new byte[] {(byte) 0x80, 2},
            new byte[] {(byte) 0x80, 3},
            new byte[] {(byte) 0x80, 4},
            new byte[] {(byte) 0x80, 5}),
    /** Anything else, which may be text. */
    TEXT("");

    /** The bytes that tell the kind. */
    static final int LENGTH = 8;

    private final String whyUnread;

    @SuppressWarnings("ImmutableEnumChecker") // Nobody writes to them.
    private final List<byte[]> beginnings;

    FileSignature(String whyUnread, byte[]... beginnings) {
        this.whyUnread = whyUnread;
        this.beginnings = List.of(beginnings);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static FileSignature of(byte[] file) {
        for (FileSignature signature : values()) {
            for (byte[] beginning : signature.beginnings) {
                if (file.length >= beginning.length
                        && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length)) {
                    return signature;
                }
            }
        }
        return TEXT;
    }

    /** The reason why it is not read; empty for a kind that is. */
    String whyUnread() {
        return whyUnread;
    }
}
