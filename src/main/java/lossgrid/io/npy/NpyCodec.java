package lossgrid.io.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.io.document.DocumentException;
import lossgrid.io.json.JsonText;
import org.openlca.npy.NpyDataType;
import org.openlca.npy.NpyFormatException;
import org.openlca.npy.dict.NpyHeaderDict;

/**
 * NumPy's {@code .npy} format. Reading accepts versions 1 to 3, both byte orders, and Fortran order; the library parses the header, and nothing is
 * allocated before the header agrees with the number of bytes that are there.
 */
public final class NpyCodec {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int VERSION_OFFSET = MAGIC.length;
    private static final int LENGTH_OFFSET = VERSION_OFFSET + 2;
    private static final int ALIGNMENT = 64;
    private static final byte NEWEST_VERSION = 3;
    /** No header of a plain array is longer, and the library's parser recurses. */
    private static final int MAX_HEADER = 1024;

    private NpyCodec() {}

    /**
     * The array of a {@code .npy} file, in row-major order.
     *
     * @param npy the whole file
     * @throws DocumentException for anything that is not the header of an array of a {@link DType} with as many bytes after it as it says
     */
    public static LabelArray read(byte[] npy) throws DocumentException {
        return read(ByteBuffer.wrap(npy), NumpyDType::isLabelType).array();
    }

    /**
     * As {@link #read(byte[])} for every {@link NumpyDType}, from the buffer's position to its limit. Allocates no more than eight times as much.
     *
     * @throws DocumentException as {@link #read(byte[])}
     */
    public static StoredArray readStored(ByteBuffer npy) throws DocumentException {
        return read(npy, _ -> true);
    }

    private static StoredArray read(ByteBuffer npy, Predicate<NumpyDType> known) throws DocumentException {
        ByteBuffer file = npy.slice().order(ByteOrder.LITTLE_ENDIAN);
        NpyHeaderDict header = header(file);
        NumpyDType type = type(header.dataType(), known);
        Shape shape = shape(header.shape());
        ByteBuffer data = file.slice().order(header.byteOrder().toJava());
        long expected = (long) shape.size() * type.size();
        if (data.remaining() != expected) {
            throw error("%s bytes of data, expected %s".formatted(data.remaining(), expected));
        }
        LabelArray array =
                header.hasFortranOrder() ? type.read(shape, data, fortranOrder(shape)) : type.read(shape, data);
        requireHeld(array, type);
        return new StoredArray(array, type, header.hasFortranOrder());
    }

    private static void requireHeld(LabelArray array, NumpyDType type) throws DocumentException {
        for (int i = 0; type == NumpyDType.UINT64 && i < array.size(); i++) {
            if (type.isBeyond(array, i)) {
                throw error("element %s is %s, beyond int64, and PyTorch has no larger type"
                        .formatted(i, Long.toUnsignedString(array.longAt(i))));
            }
        }
    }

    /** Reads the header and moves {@code file} to the data. */
    private static NpyHeaderDict header(ByteBuffer file) throws DocumentException {
        byte[] magic = new byte[Math.min(MAGIC.length, file.remaining())];
        file.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw error("this is not a .npy array");
        }
        if (file.remaining() < LENGTH_OFFSET - VERSION_OFFSET + Integer.BYTES) {
            throw error("the header ends too early");
        }
        byte version = file.get();
        if (version < 1 || version > NEWEST_VERSION) {
            throw error("unknown version " + Byte.toUnsignedInt(version) + " of the .npy format");
        }
        file.position(LENGTH_OFFSET);
        int length = version == 1 ? Short.toUnsignedInt(file.getShort()) : file.getInt();
        if (length < 0 || length > MAX_HEADER) {
            throw error("a header of " + Integer.toUnsignedString(length) + " bytes");
        }
        if (file.remaining() < length) {
            throw error("the header ends too early");
        }
        byte[] text = new byte[length];
        file.get(text);
        return parse(new String(text, StandardCharsets.UTF_8));
    }

    private static NpyHeaderDict parse(String text) throws DocumentException {
        NpyHeaderDict header;
        try {
            header = NpyHeaderDict.parse(text);
        } catch (NpyFormatException broken) {
            throw error("the header cannot be read: " + JsonText.quote(JsonText.excerpt(text.strip())));
        }
        // The library narrows sizes to 32 bits without a word.
        String sizes = Arrays.stream(header.shape()).mapToObj(Integer::toString).collect(Collectors.joining(","));
        String tuple = text.replaceAll("\\s", "").replace(",)", ")");
        if (!tuple.contains("(" + sizes + ")")) {
            throw error("the header claims more than " + Integer.MAX_VALUE + " elements");
        }
        return header;
    }

    private static Shape shape(int[] sizes) throws DocumentException {
        long elements = 1;
        for (int size : sizes) {
            elements *= size;
            if (size == 0) {
                throw error("the array is empty");
            }
            if (elements > Integer.MAX_VALUE) {
                throw error("the header claims more than " + Integer.MAX_VALUE + " elements");
            }
        }
        return Shape.of(sizes);
    }

    /** For an element in row-major order, its place among elements whose first index runs fastest. */
    private static IntUnaryOperator fortranOrder(Shape shape) {
        return i -> {
            int place = 0;
            int stride = shape.size();
            int rest = i;
            for (int d = shape.rank() - 1; d >= 0; d--) {
                stride /= shape.dim(d);
                place += rest % shape.dim(d) * stride;
                rest /= shape.dim(d);
            }
            return place;
        };
    }

    private static NumpyDType type(NpyDataType type, Predicate<NumpyDType> known) throws DocumentException {
        return NumpyDType.named(numpyName(type))
                .filter(known)
                .orElseThrow(() -> error("dtype " + numpyName(type) + "; known: "
                        + Stream.of(NumpyDType.values())
                                .filter(known)
                                .map(NumpyDType::numpyName)
                                .collect(Collectors.joining(", "))));
    }

    private static String numpyName(NpyDataType type) {
        return switch (type) {
            case bool -> "bool";
            case f2 -> "float16";
            case f4 -> "float32";
            case f8 -> "float64";
            case i1 -> "int8";
            case i2 -> "int16";
            case i4 -> "int32";
            case i8 -> "int64";
            case u1 -> "uint8";
            case u2 -> "uint16";
            case u4 -> "uint32";
            case u8 -> "uint64";
            case S -> "bytes";
            case U -> "str";
        };
    }

    private static DocumentException error(String reason) {
        return new DocumentException("", reason);
    }

    /** The array as a {@code .npy} file of version 1, little-endian, in C order. */
    public static byte[] write(LabelArray array) {
        byte[] header = headerOf(array);
        int elementSize = elementSize(array.dtype());
        ByteBuffer out = ByteBuffer.allocate(
                        Math.addExact(header.length, Math.multiplyExact(array.size(), elementSize)))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header);
        for (int i = 0; i < array.size(); i++) {
            switch (array.dtype()) {
                case BOOL, UINT8 -> out.put((byte) array.longAt(i));
                case INT16 -> out.putShort((short) array.longAt(i));
                case INT32 -> out.putInt((int) array.longAt(i));
                case INT64 -> out.putLong(array.longAt(i));
                case FLOAT32 -> out.putFloat((float) array.doubleAt(i));
                case FLOAT64 -> out.putDouble(array.doubleAt(i));
            }
        }
        return out.array();
    }

    /** The library's own header lacks the comma that makes a tuple of one size. */
    private static byte[] headerOf(LabelArray array) {
        String sizes = Arrays.stream(array.shape().toArray())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        String dict = "{'descr': '%s', 'fortran_order': False, 'shape': (%s%s), }"
                .formatted(descr(array.dtype()), sizes, array.shape().rank() == 1 ? "," : "");
        int dictOffset = LENGTH_OFFSET + Short.BYTES;
        int end = Math.ceilDiv(dictOffset + dict.length() + 1, ALIGNMENT) * ALIGNMENT;
        byte[] header = new byte[end];
        Arrays.fill(header, (byte) ' ');
        ByteBuffer.wrap(header)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) (end - dictOffset))
                .put(dict.getBytes(StandardCharsets.US_ASCII))
                .put(end - 1, (byte) '\n');
        return header;
    }

    private static String descr(DType dtype) {
        return switch (dtype) {
            case BOOL -> "|b1";
            case UINT8 -> "|u1";
            case INT16 -> "<i2";
            case INT32 -> "<i4";
            case INT64 -> "<i8";
            case FLOAT32 -> "<f4";
            case FLOAT64 -> "<f8";
        };
    }

    private static int elementSize(DType dtype) {
        return switch (dtype) {
            case BOOL, UINT8 -> Byte.BYTES;
            case INT16 -> Short.BYTES;
            case INT32 -> Integer.BYTES;
            case INT64 -> Long.BYTES;
            case FLOAT32 -> Float.BYTES;
            case FLOAT64 -> Double.BYTES;
        };
    }
}
