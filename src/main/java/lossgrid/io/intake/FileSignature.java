package lossgrid.io.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lossgrid.io.image.PngFormat;

/** What the first bytes of a file say that it is. */
public enum FileSignature {
    PNG("", PngFormat.SIGNATURE),
    TIFF("", bytes("II*\0"), bytes("MM\0*")),
    BMP("", bytes("BM")),
    NPY("", NumpyFormat.MAGIC),
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
            new byte[] {(byte) 0x80, 5});

    /** How many bytes tell the kind. */
    static final int LENGTH = 8;

    private final String exception;

    @SuppressWarnings("ImmutableEnumChecker") // Nobody writes to them.
    private final List<byte[]> beginnings;

    FileSignature(String exception, byte[]... beginnings) {
        this.exception = exception;
        this.beginnings = List.of(beginnings);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static Optional<FileSignature> of(byte[] file) {
        for (FileSignature signature : values()) {
            for (byte[] beginning : signature.beginnings) {
                if (file.length >= beginning.length
                        && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length)) {
                    return Optional.of(signature);
                }
            }
        }
        return Optional.empty();
    }

    /** Why it is not read; empty for a kind that is. */
    String exception() {
        return exception;
    }

    boolean isRead() {
        return exception.isEmpty();
    }
}
