package lossgrid.io.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import lossgrid.io.disk.MemoryBudget;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.image.BmpFormat;
import lossgrid.io.image.ImageSamples;
import lossgrid.io.image.PngFormat;
import lossgrid.io.image.TiffFormat;
import lossgrid.io.json.JsonStart;
import lossgrid.model.document.LabelSource;
import lossgrid.model.edit.NetworkOutput;

/**
 * Labels and logits from files: PNG, TIFF, BMP, {@code .npy}, {@code .npz}, CSV and text. The kind is told by the first
 * bytes, and by the name's ending where these say nothing. Nothing is corrected: samples and elements are what the file
 * stores.
 */
public final class ArrayFiles {
    /** Larger files are not read: 1 GiB. */
    public static final int MAX_BYTES = 1 << 30;

    /** The bytes that are looked at to tell a text. */
    private static final int TEXT_SAMPLE = 1 << 12;

    private ArrayFiles() {}

    /**
     * The arrays of a file, at least one; several for an archive.
     *
     * @throws UnreadableFile naming the file, the place and what is wrong there, also when the file cannot be opened
     */
    public static List<LoadedArray> open(Path file) throws UnreadableFile {
        return open(file, 1);
    }

    /**
     * As {@link #open(Path)} where that many files are read at a time, so that each may take its share of the memory
     * alone.
     *
     * @throws UnreadableFile as {@link #open(Path)}
     */
    public static List<LoadedArray> open(Path file, int readers) throws UnreadableFile {
        String name = String.valueOf(file.getFileName());
        MemoryBudget room = MemoryBudget.of(readers);
        try {
            if (Files.isDirectory(file)) {
                throw new UnreadableFile("", "this is a folder");
            }
            // Arrays alone: what images and texts make of their bytes takes more memory than the bytes do.
            boolean isMapped = Files.isRegularFile(file) && signature(file) == FileSignature.NPY;
            return isMapped ? List.of(mapped(file, name, room)) : read(bytes(file, room), name, room);
        } catch (IOException bad) {
            throw UnreadableFile.of(name, bad);
        }
    }

    /**
     * Whether a file is to be read as an image or an array rather than as a document: by its name, or else because it
     * does not begin as documents do. False for one that cannot be read.
     */
    public static boolean isArray(Path file) {
        if (FileExtensions.isArray(file) || FileExtensions.isDocument(file)) {
            return FileExtensions.isArray(file);
        }
        try (BufferedInputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return !JsonStart.isAt(content);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether the file begins as an image or as NumPy's arrays do, whatever it is called. */
    public static boolean beginsAsArray(Path file) {
        try {
            return switch (signature(file)) {
                case PNG, TIFF, BMP, NPY -> true;
                case ZIP, JPEG, GIF, WEBP, BIG_TIFF, HDF5, MATLAB, GZIP, PDF, PICKLE, TEXT -> false;
            };
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static FileSignature signature(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return FileSignature.of(in.readNBytes(FileSignature.LENGTH));
        }
    }

    /** Read where the system keeps it, so that only the array takes memory of the program. */
    private static LoadedArray mapped(Path file, String name, MemoryBudget room) throws IOException {
        requireSize(Files.size(file));
        room.require(Files.size(file), "", "the array");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            MemorySegment content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return NumpyFormat.readArray(content.asByteBuffer(), name);
        } catch (InternalError shorter) {
            // So the virtual machine reports pages that are gone.
            throw new IOException("it has changed while it was being read", shorter);
        }
    }

    private static byte[] bytes(Path file, MemoryBudget room) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            room.require(Math.min(Files.size(file), MAX_BYTES), "", "the file itself");
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            requireSize(content.length);
            return content;
        }
    }

    private static void requireSize(long bytes) throws UnreadableFile {
        if (bytes > MAX_BYTES) {
            throw new UnreadableFile("", "larger than 1 GiB");
        }
    }

    /**
     * The arrays of a file's bytes.
     *
     * @param content the whole file
     * @param name the file's name, whose ending tells CSV from text
     */
    public static List<LoadedArray> read(byte[] content, String name) throws UnreadableFile {
        return read(content, name, MemoryBudget.of(1));
    }

    public static List<LoadedArray> read(byte[] content, String name, MemoryBudget room) throws UnreadableFile {
        try {
            if (content.length == 0) {
                throw new UnreadableFile("", "the file is empty");
            }
            FileSignature signature = FileSignature.of(content);
            return switch (signature) {
                case PNG -> images(List.of(PngFormat.read(content, room)), name, LabelSource.Format.PNG);
                case BMP -> images(List.of(BmpFormat.read(content, room)), name, LabelSource.Format.BMP);
                case TIFF -> images(TiffFormat.read(content, room), name, LabelSource.Format.TIFF);
                case NPY -> List.of(NumpyFormat.readArray(ByteBuffer.wrap(content), name));
                case ZIP -> NumpyFormat.readArchive(content, name, room);
                case JPEG, GIF, WEBP, BIG_TIFF, HDF5, MATLAB, GZIP, PDF, PICKLE ->
                    throw new UnreadableFile("", "this is " + signature.whyUnread());
                case TEXT -> List.of(text(content, name));
            };
        } catch (UnreadableFile bad) {
            throw UnreadableFile.of(name, bad);
        }
    }

    private static List<LoadedArray> images(List<ImageSamples> images, String file, LabelSource.Format format) {
        List<LoadedArray> out = new ArrayList<>();
        for (ImageSamples image : images) {
            String index = Integer.toString(out.size());
            boolean isOne = images.size() == 1;
            LabelSource source = new LabelSource(
                    isOne ? file : file + "[" + index + "]",
                    format,
                    image.layout(),
                    image.type().numpyName(),
                    image.bits(),
                    image.palette());
            out.add(new LoadedArray(isOne ? file : index, image.toLabels(), source));
        }
        return out;
    }

    private static LoadedArray text(byte[] content, String name) throws UnreadableFile {
        String ending = FileExtensions.of(name);
        if (FileExtensions.isBinary(ending)) {
            throw new UnreadableFile("", "named ." + ending + ", but it contains something else");
        }
        if (isBinary(content)) {
            throw new UnreadableFile("", TextFormat.NO_TEXT);
        }
        LabelArray array = TextFormat.read(content);
        return new LoadedArray(name, array, TextFormat.source(name, FileExtensions.isTable(ending), array));
    }

    /** Whether this is no text: texts have no zeros, unless they are in UTF-16, which begins with its mark. */
    private static boolean isBinary(byte[] content) {
        boolean isMarked = content.length > 1 && (content[0] & content[1] & 0xff) >= 0xfe;
        for (int i = 0; i < Math.min(content.length, TEXT_SAMPLE) && !isMarked; i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The array as logits: {@code [N, C, H, W]} as it is, {@code [C, H, W]} as one image, {@code [H, W]} as one channel
     * of one image.
     *
     * @throws UnreadableFile for another rank, for whole numbers unless they are written as text, and for numbers
     *     beyond float32
     */
    public static Tensor toLogits(LoadedArray read) throws UnreadableFile {
        requireLogits(read);
        return NetworkOutput.logits(read.array());
    }

    /**
     * Whether the array can be logits.
     *
     * @throws UnreadableFile as {@link #toLogits}
     */
    public static void requireLogits(LoadedArray read) throws UnreadableFile {
        LabelArray array = read.array();
        if (!array.dtype().isFloatingPoint() && read.source().layout() != LabelSource.Layout.TEXT) {
            throw noLogits(
                    read,
                    "",
                    "logits must be floating-point numbers, not "
                            + read.source().storedType());
        }
        if (!NetworkOutput.fits(array.shape())) {
            throw noLogits(read, "", "logits must be [N, C, H, W], [C, H, W] or [H, W], not " + array.shape());
        }
        for (int i = 0; i < array.size() && array.dtype() == DType.FLOAT64; i++) {
            double value = array.doubleAt(i);
            if (Float.isInfinite((float) value) && !Double.isInfinite(value)) {
                throw noLogits(read, "element " + i, value + " is out of the range of float32");
            }
        }
    }

    private static UnreadableFile noLogits(LoadedArray read, String place, String reason) {
        return UnreadableFile.of(read.name(), new UnreadableFile(place, reason));
    }
}
