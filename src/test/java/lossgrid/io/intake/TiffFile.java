package lossgrid.io.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lossgrid.core.array.LabelArray;
import lossgrid.io.StoredType;

/** A plain or deflated TIFF of one strip for each plane, of any sample type, written after the specification. */
record TiffFile(
        StoredType type, int width, int height, int samples, ByteOrder order, boolean isPlanar, boolean isPredicted) {
    private static final int ENTRY = 12;

    static Stream<TiffFile> kinds() {
        List<TiffFile> out = new ArrayList<>();
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            for (StoredType type : StoredType.values()) {
                if (type != StoredType.BOOL && type != StoredType.UINT64) {
                    out.add(new TiffFile(type, 5, 3, 1, order, false, false));
                    out.add(new TiffFile(type, 4, 3, 3, order, true, false));
                }
            }
            for (StoredType type : List.of(StoredType.UINT8, StoredType.UINT16, StoredType.INT32)) {
                out.add(new TiffFile(type, 7, 4, 3, order, false, true));
                out.add(new TiffFile(type, 7, 4, 3, order, true, true));
            }
        }
        return out.stream();
    }

    /** Element {@code i} of a test array of whole numbers. */
    long value(int i) {
        return switch (type) {
            case UINT8, UINT16, UINT32 -> (1L << (type.size() * 8)) - 1 - i;
            default -> i % 2 == 0 ? i : -i;
        };
    }

    private int format() {
        return switch (type) {
            case FLOAT16, FLOAT32, FLOAT64 -> 3;
            case INT8, INT16, INT32, INT64 -> 2;
            default -> 1;
        };
    }

    byte[] file(LabelArray values) {
        int planes = isPlanar ? samples : 1;
        int together = isPlanar ? 1 : samples;
        List<byte[]> strips = new ArrayList<>();
        for (int p = 0; p < planes; p++) {
            ByteBuffer strip =
                    ByteBuffer.allocate(width * height * together * type.size()).order(order);
            for (int i = 0; i < width * height * together; i++) {
                int element = isPlanar ? i * samples + p : i;
                boolean first = i % (width * together) < together;
                int before = isPlanar ? element - samples : element - together;
                put(strip, values, element, isPredicted && !first ? before : -1);
            }
            strips.add(isPredicted ? PngFile.deflate(strip.array()) : strip.array());
        }
        return file(strips);
    }

    private void put(ByteBuffer out, LabelArray values, int i, int before) {
        long value = values.longAt(i) - (before < 0 ? 0 : values.longAt(before));
        switch (type) {
            case BOOL, UINT8, INT8 -> out.put((byte) value);
            case INT16, UINT16 -> out.putShort((short) value);
            case INT32, UINT32 -> out.putInt((int) value);
            case INT64, UINT64 -> out.putLong(value);
            case FLOAT16 -> out.putShort(Float.floatToFloat16((float) values.doubleAt(i)));
            case FLOAT32 -> out.putFloat((float) values.doubleAt(i));
            case FLOAT64 -> out.putDouble(values.doubleAt(i));
        }
    }

    private byte[] file(List<byte[]> strips) {
        int count = 11;
        int tables = 8 + 2 + count * ENTRY + 4;
        int data = tables + 8 * strips.size();
        int length = data + strips.stream().mapToInt(strip -> strip.length).sum();
        ByteBuffer out = ByteBuffer.allocate(length).order(order);
        out.put(order.equals(ByteOrder.LITTLE_ENDIAN) ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
        out.putShort((short) 42).putInt(8).putShort((short) count);
        entry(out, TiffDirectory.WIDTH, width);
        entry(out, TiffDirectory.HEIGHT, height);
        entry(out, TiffDirectory.BITS, type.size() * 8);
        entry(out, TiffDirectory.COMPRESSION, isPredicted ? 8 : 1);
        entry(out, TiffDirectory.PHOTOMETRIC, samples == 3 ? 2 : 1);
        table(out, TiffDirectory.STRIP_OFFSETS, strips.size(), tables, data);
        entry(out, TiffDirectory.SAMPLES, samples);
        table(out, TiffDirectory.STRIP_BYTES, strips.size(), tables + 4 * strips.size(), strips.getFirst().length);
        entry(out, TiffDirectory.PLANAR, isPlanar ? 2 : 1);
        entry(out, TiffDirectory.PREDICTOR, isPredicted ? 2 : 1);
        entry(out, TiffDirectory.SAMPLE_FORMAT, format());
        out.putInt(0);
        int at = data;
        for (byte[] strip : strips) {
            out.putInt(at);
            at += strip.length;
        }
        strips.forEach(strip -> out.putInt(strip.length));
        strips.forEach(out::put);
        return out.array();
    }

    private static void entry(ByteBuffer out, int tag, int value) {
        out.putShort((short) tag).putShort((short) 4).putInt(1).putInt(value);
    }

    /** One value stands in the entry itself, several elsewhere. */
    private static void table(ByteBuffer out, int tag, int count, int at, int only) {
        out.putShort((short) tag).putShort((short) 4).putInt(count).putInt(count == 1 ? only : at);
    }
}
