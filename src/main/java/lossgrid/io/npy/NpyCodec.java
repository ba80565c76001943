package lossgrid.io.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.json.JsonText;

/**
 * NumPy's {@code .npy} format. Reading accepts versions 1 to 3, both byte orders, and Fortran order; nothing is
 * allocated before the header agrees with the number of bytes that are there.
 */
public final class NpyCodec {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int VERSION_OFFSET = MAGIC.length;
    private static final int LENGTH_OFFSET = VERSION_OFFSET + 2;
    private static final int ALIGNMENT = 64;
    private static final byte NEWEST_VERSION = 3;
    /** No header of a plain array is longer. */
    private static final int MAX_HEADER = 1024;

    private NpyCodec() {}

    /**
     * The array of a {@code .npy} file, in row-major order.
     *
     * @param npy the whole file
     * @throws UnreadableFile for anything that is not the header of an array of a {@link DType} with as many bytes
     *     after it as it says
     */
    public static LabelArray read(byte[] npy) throws UnreadableFile {
        return read(ByteBuffer.wrap(npy), NumpyDType::isLabelType).array();
    }

    /**
     * As {@link #read(byte[])} for every {@link NumpyDType}, from the buffer's position to its limit. Allocates no more
     * than eight times as much.
     *
     * @throws UnreadableFile as {@link #read(byte[])}
     */
    public static StoredArray readStored(ByteBuffer npy) throws UnreadableFile {
        return read(npy, _ -> true);
    }

    private static StoredArray read(ByteBuffer npy, Predicate<NumpyDType> known) throws UnreadableFile {
        ByteBuffer file = npy.slice().order(ByteOrder.LITTLE_ENDIAN);
        NpyHeader header = header(file);
        NumpyDType type = type(header.type(), known);
        Shape shape = shape(header.shape());
        ByteBuffer data = file.slice().order(header.order());
        long expected = (long) shape.size() * type.size();
        if (data.remaining() != expected) {
            throw error("%s bytes of data, expected %s".formatted(data.remaining(), expected));
        }
        LabelArray array =
                header.isFortranOrder() ? type.read(shape, data, fortranOrder(shape)) : type.read(shape, data);
        requireHeld(array, type);
        return new StoredArray(array, type, header.isFortranOrder());
    }

    private static void requireHeld(LabelArray array, NumpyDType type) throws UnreadableFile {
        for (int i = 0; type == NumpyDType.UINT64 && i < array.size(); i++) {
            if (type.isBeyond(array, i)) {
                throw error("element %s is %s, beyond int64, and PyTorch has no larger type"
                        .formatted(i, Long.toUnsignedString(array.longAt(i))));
            }
        }
    }

    /** Reads the header and moves {@code file} to the data. */
    private static NpyHeader header(ByteBuffer file) throws UnreadableFile {
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
        String dict = new String(text, StandardCharsets.UTF_8);
        return NpyHeader.parse(dict)
                .orElseThrow(
                        () -> error("the header cannot be read: " + JsonText.quote(JsonText.excerpt(dict.strip()))));
    }

    private static Shape shape(List<Long> sizes) throws UnreadableFile {
        long elements = 1;
        for (long size : sizes) {
            if (size == 0) {
                throw error("the array is empty");
            }
            if (size > Integer.MAX_VALUE || elements * size > Integer.MAX_VALUE) {
                throw error("the header claims more than " + Integer.MAX_VALUE + " elements");
            }
            elements *= size;
        }
        return Shape.of(sizes.stream().mapToInt(Math::toIntExact).toArray());
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

    private static NumpyDType type(String name, Predicate<NumpyDType> known) throws UnreadableFile {
        return NumpyDType.named(name)
                .filter(known)
                .orElseThrow(() -> error("dtype " + name + "; known: "
                        + Stream.of(NumpyDType.values())
                                .filter(known)
                                .map(NumpyDType::numpyName)
                                .collect(Collectors.joining(", "))));
    }

    private static UnreadableFile error(String reason) {
        return new UnreadableFile("", reason);
    }

    /** The array as a {@code .npy} file of version 1, little-endian, in C order. */
    public static byte[] write(LabelArray array) {
        return write(headerOf(array), array);
    }

    /** The elements alone, as {@link #write(LabelArray)} has them. */
    public static byte[] elements(LabelArray array) {
        return write(new byte[0], array);
    }

    private static byte[] write(byte[] header, LabelArray array) {
        int elementSize = NumpyDType.of(array.dtype()).size();
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
}
