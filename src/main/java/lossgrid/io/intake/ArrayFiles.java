package lossgrid.io.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.io.image.BmpFormat;
import lossgrid.io.image.ImageSamples;
import lossgrid.io.image.PngFormat;
import lossgrid.io.image.TiffFormat;
import lossgrid.model.document.LabelSource;
import lossgrid.model.edit.NetworkOutput;

/**
 * Labels and logits from files: PNG, TIFF, BMP, {@code .npy}, {@code .npz}, CSV and text. The kind is told by the first bytes, and by the name's
 * ending where these say nothing. Nothing is corrected: samples and elements are what the file stores.
 */
public final class ArrayFiles {
    /** Larger files are not read: 1 GiB. */
    public static final int MAX_BYTES = 1 << 30;

    private ArrayFiles() {}

    /**
     * The arrays of a file, at least one; several for an archive.
     *
     * @throws ArrayFileException naming the file, the place and what is wrong there, also when the file cannot be opened
     */
    public static List<LoadedArray> open(Path file) throws ArrayFileException {
        return open(file, 1);
    }

    /**
     * As {@link #open(Path)} where that many files are read at a time, so that each may take its share of the memory alone.
     *
     * @throws ArrayFileException as {@link #open(Path)}
     */
    public static List<LoadedArray> open(Path file, int readers) throws ArrayFileException {
        String name = String.valueOf(file.getFileName());
        MemoryBudget room = MemoryBudget.ofMemory().shared(readers);
        try {
            if (Files.isDirectory(file)) {
                throw new ArrayFileException("", "this is a folder").in(name);
            }
            return isMappable(file) ? List.of(mapped(file, name, room)) : read(bytes(file, name, room), name, room);
        } catch (AccessDeniedException denied) {
            throw new ArrayFileException("", "access is denied").in(name);
        } catch (NoSuchFileException missing) {
            throw new ArrayFileException("", "there is no such file").in(name);
        } catch (IOException broken) {
            throw new ArrayFileException("", "cannot be read: " + broken.getMessage()).in(name);
        }
    }

    /** Whether the file begins as an image or as NumPy's arrays do, whatever it is called. */
    public static boolean beginsAsArray(Path file) {
        try {
            return signature(file)
                    .filter(signature -> signature.isRead() && signature != FileSignature.ZIP)
                    .isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Optional<FileSignature> signature(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return FileSignature.of(in.readNBytes(FileSignature.LENGTH));
        }
    }

    /** Arrays alone: what images and texts make of their bytes takes more memory than the bytes do. */
    private static boolean isMappable(Path file) throws IOException {
        return Files.isRegularFile(file)
                && signature(file).filter(FileSignature.NPY::equals).isPresent();
    }

    private static LoadedArray mapped(Path file, String name, MemoryBudget room)
            throws IOException, ArrayFileException {
        try {
            requireSize(Files.size(file));
            room.require(Files.size(file), "", "the array");
            return MappedFile.read(file, content -> NumpyFormat.readArray(content, name));
        } catch (ArrayFileException bad) {
            throw bad.in(name);
        }
    }

    private static byte[] bytes(Path file, String name, MemoryBudget room) throws IOException, ArrayFileException {
        try (InputStream in = Files.newInputStream(file)) {
            room.require(Math.min(Files.size(file), MAX_BYTES), "", "the file itself");
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            requireSize(content.length);
            return content;
        } catch (ArrayFileException tooLarge) {
            throw tooLarge.in(name);
        }
    }

    private static void requireSize(long bytes) throws ArrayFileException {
        if (bytes > MAX_BYTES) {
            throw new ArrayFileException("", "larger than 1 GiB");
        }
    }

    /**
     * The arrays of a file's bytes.
     *
     * @param content the whole file
     * @param name the file's name, whose ending tells CSV from text
     */
    public static List<LoadedArray> read(byte[] content, String name) throws ArrayFileException {
        return read(content, name, MemoryBudget.ofMemory());
    }

    public static List<LoadedArray> read(byte[] content, String name, MemoryBudget room) throws ArrayFileException {
        try {
            if (content.length == 0) {
                throw new ArrayFileException("", "the file is empty");
            }
            Optional<FileSignature> signature = FileSignature.of(content);
            return signature.isPresent() ? binary(signature.get(), content, name, room) : text(content, name);
        } catch (ArrayFileException bad) {
            throw bad.in(name);
        }
    }

    private static List<LoadedArray> binary(FileSignature signature, byte[] content, String name, MemoryBudget room)
            throws ArrayFileException {
        return switch (signature) {
            case PNG -> List.of(image(PngFormat.read(content, room), name, name, LabelSource.Format.PNG));
            case BMP -> List.of(image(BmpFormat.read(content, room), name, name, LabelSource.Format.BMP));
            case TIFF -> images(TiffFormat.read(content, room), name);
            case NPY -> List.of(NumpyFormat.readArray(ByteBuffer.wrap(content), name));
            case ZIP -> NumpyFormat.readArchive(content, name, room);
            case JPEG, GIF, WEBP, BIG_TIFF, HDF5, MATLAB, GZIP, PDF, PICKLE ->
                throw new ArrayFileException("", "this is " + signature.exception());
        };
    }

    private static List<LoadedArray> images(List<ImageSamples> images, String file) {
        if (images.size() == 1) {
            return List.of(image(images.getFirst(), file, file, LabelSource.Format.TIFF));
        }
        List<LoadedArray> out = new ArrayList<>();
        for (ImageSamples samples : images) {
            String name = Integer.toString(out.size());
            out.add(image(samples, name, file + "[" + name + "]", LabelSource.Format.TIFF));
        }
        return out;
    }

    private static LoadedArray image(ImageSamples samples, String name, String file, LabelSource.Format format) {
        return new LoadedArray(name, samples.toLabels(), samples.source(file, format));
    }

    private static List<LoadedArray> text(byte[] content, String name) throws ArrayFileException {
        String ending = FileExtensions.of(name);
        if (FileExtensions.isBinary(ending)) {
            throw new ArrayFileException("", "named ." + ending + ", but it contains something else");
        }
        LabelArray array = TextFormat.read(content);
        return List.of(new LoadedArray(name, array, TextFormat.source(name, FileExtensions.isTable(ending), array)));
    }

    /**
     * The array as logits: {@code [N, C, H, W]} as it is, {@code [C, H, W]} as one image, {@code [H, W]} as one channel of one image.
     *
     * @throws ArrayFileException for another rank, for whole numbers unless they are written as text, and for numbers beyond float32
     */
    public static Tensor toLogits(LoadedArray read) throws ArrayFileException {
        requireLogits(read);
        return NetworkOutput.logits(read.array());
    }

    /**
     * Whether the array can be logits.
     *
     * @throws ArrayFileException as {@link #toLogits}
     */
    public static void requireLogits(LoadedArray read) throws ArrayFileException {
        LabelArray array = read.array();
        Shape shape = array.shape();
        if (!array.dtype().isFloatingPoint() && read.source().layout() != LabelSource.Layout.TEXT) {
            throw new ArrayFileException(
                            "",
                            "logits must be floating-point numbers, not "
                                    + read.source().storedType())
                    .in(read.name());
        }
        if (!NetworkOutput.fits(shape)) {
            throw new ArrayFileException("", "logits must be [N, C, H, W], [C, H, W] or [H, W], not " + shape)
                    .in(read.name());
        }
        for (int i = 0; i < array.size() && array.dtype() == DType.FLOAT64; i++) {
            double value = array.doubleAt(i);
            if (Float.isInfinite((float) value) && !Double.isInfinite(value)) {
                throw new ArrayFileException("element " + i, value + " is out of the range of float32").in(read.name());
            }
        }
    }
}
