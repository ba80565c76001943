package lossgrid.core.array;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/**
 * A run of numbers in the narrowest array that holds their {@link DType}. Never changed once it is part of a {@link
 * LabelArray}.
 */
@SuppressWarnings("ArrayRecordComponent")
sealed interface Storage {
    /** Read one by one, so each storage has a method of its own: faster than a switch. */
    long longAt(int i);

    double doubleAt(int i);

    default int length() {
        return switch (this) {
            case Longs(long[] data) -> data.length;
            case Floats(float[] data) -> data.length;
            case Bytes(byte[] data) -> data.length;
            case Ints(int[] data) -> data.length;
            case Bools(byte[] data) -> data.length;
            case Doubles(double[] data) -> data.length;
            case Shorts(short[] data) -> data.length;
        };
    }

    /** Writes one during construction only. Narrows as C++ does on x86: see {@link Casts}. */
    default void put(int i, long value) {
        switch (this) {
            case Longs(long[] data) -> data[i] = value;
            case Floats(float[] data) -> data[i] = value;
            case Bytes(byte[] data) -> data[i] = (byte) value;
            case Ints(int[] data) -> data[i] = (int) value;
            case Bools(byte[] data) -> data[i] = (byte) (value != 0 ? 1 : 0);
            case Doubles(double[] data) -> data[i] = value;
            case Shorts(short[] data) -> data[i] = (short) value;
        }
    }

    default void put(int i, double value) {
        switch (this) {
            case Longs(long[] data) -> data[i] = Casts.toInt64(value);
            case Floats(float[] data) -> data[i] = (float) value;
            case Bytes(byte[] data) -> data[i] = (byte) Casts.toInt64(value);
            case Ints(int[] data) -> data[i] = Casts.toInt32(value);
            case Bools(byte[] data) -> data[i] = (byte) (value != 0 ? 1 : 0);
            case Doubles(double[] data) -> data[i] = value;
            case Shorts(short[] data) -> data[i] = (short) Casts.toInt32(value);
        }
    }

    /** Writes all during construction: element {@code i} is {@code value(from + i)}, narrowed as by {@link #put}. */
    default void fillLongs(int from, IntToLongFunction value) {
        switch (this) {
            case Longs(long[] data) -> Arrays.setAll(data, i -> value.applyAsLong(from + i));
            case Ints(int[] data) -> Arrays.setAll(data, i -> (int) value.applyAsLong(from + i));
            case Doubles(double[] data) -> Arrays.setAll(data, i -> value.applyAsLong(from + i));
            case Floats(float[] data) -> {
                for (int i = 0; i < data.length; i++) {
                    data[i] = value.applyAsLong(from + i);
                }
            }
            case Bytes(byte[] data) -> {
                for (int i = 0; i < data.length; i++) {
                    data[i] = (byte) value.applyAsLong(from + i);
                }
            }
            case Bools(byte[] data) -> {
                for (int i = 0; i < data.length; i++) {
                    data[i] = (byte) (value.applyAsLong(from + i) != 0 ? 1 : 0);
                }
            }
            case Shorts(short[] data) -> {
                for (int i = 0; i < data.length; i++) {
                    data[i] = (short) value.applyAsLong(from + i);
                }
            }
        }
    }

    default void fillDoubles(int from, IntToDoubleFunction value) {
        switch (this) {
            case Longs(long[] data) -> Arrays.setAll(data, i -> Casts.toInt64(value.applyAsDouble(from + i)));
            case Ints(int[] data) -> Arrays.setAll(data, i -> Casts.toInt32(value.applyAsDouble(from + i)));
            case Doubles(double[] data) -> Arrays.setAll(data, i -> value.applyAsDouble(from + i));
            case Floats(float[] data) -> {
                for (int i = 0; i < data.length; i++) {
                    data[i] = (float) value.applyAsDouble(from + i);
                }
            }
            case Bytes(byte[] data) -> {
                for (int i = 0; i < data.length; i++) {
                    data[i] = (byte) Casts.toInt64(value.applyAsDouble(from + i));
                }
            }
            case Bools(byte[] data) -> {
                for (int i = 0; i < data.length; i++) {
                    data[i] = (byte) (value.applyAsDouble(from + i) != 0 ? 1 : 0);
                }
            }
            case Shorts(short[] data) -> {
                for (int i = 0; i < data.length; i++) {
                    data[i] = (short) Casts.toInt32(value.applyAsDouble(from + i));
                }
            }
        }
    }

    default Storage copy() {
        return switch (this) {
            case Longs(long[] data) -> new Longs(data.clone());
            case Floats(float[] data) -> new Floats(data.clone());
            case Bytes(byte[] data) -> new Bytes(data.clone());
            case Ints(int[] data) -> new Ints(data.clone());
            case Bools(byte[] data) -> new Bools(data.clone());
            case Doubles(double[] data) -> new Doubles(data.clone());
            case Shorts(short[] data) -> new Shorts(data.clone());
        };
    }

    /** Copies {@code count} elements, from {@code from} on, into {@code out} from {@code at} on. */
    default void copy(int from, double[] out, int at, int count) {
        switch (this) {
            case Bools(byte[] data) -> copyBytes(data, from, out, at, count);
            case Bytes(byte[] data) -> copyBytes(data, from, out, at, count);
            case Shorts(short[] data) -> {
                for (int i = 0; i < count; i++) {
                    out[at + i] = data[from + i];
                }
            }
            case Ints(int[] data) -> {
                for (int i = 0; i < count; i++) {
                    out[at + i] = data[from + i];
                }
            }
            case Longs(long[] data) -> {
                for (int i = 0; i < count; i++) {
                    out[at + i] = data[from + i];
                }
            }
            case Floats(float[] data) -> {
                for (int i = 0; i < count; i++) {
                    out[at + i] = data[from + i];
                }
            }
            case Doubles(double[] data) -> System.arraycopy(data, from, out, at, count);
        }
    }

    private static void copyBytes(byte[] data, int from, double[] out, int at, int count) {
        for (int i = 0; i < count; i++) {
            out[at + i] = data[from + i] & 0xff;
        }
    }

    /**
     * The first element from {@code from} on that differs from that of another storage of the same type and length, or
     * −1. NaN is the same as NaN, 0.0 differs from −0.0.
     */
    default int mismatch(Storage other, int from) {
        int end = length();
        int found =
                switch (this) {
                    case Bools(byte[] data) -> Arrays.mismatch(data, from, end, ((Bools) other).data, from, end);
                    case Bytes(byte[] data) -> Arrays.mismatch(data, from, end, ((Bytes) other).data, from, end);
                    case Shorts(short[] data) -> Arrays.mismatch(data, from, end, ((Shorts) other).data, from, end);
                    case Ints(int[] data) -> Arrays.mismatch(data, from, end, ((Ints) other).data, from, end);
                    case Longs(long[] data) -> Arrays.mismatch(data, from, end, ((Longs) other).data, from, end);
                    case Floats(float[] data) -> Arrays.mismatch(data, from, end, ((Floats) other).data, from, end);
                    case Doubles(double[] data) -> Arrays.mismatch(data, from, end, ((Doubles) other).data, from, end);
                };
        return found < 0 ? found : from + found;
    }

    static Storage allocate(DType dtype, int length) {
        return switch (dtype) {
            case BOOL -> new Bools(new byte[length]);
            case UINT8 -> new Bytes(new byte[length]);
            case INT16 -> new Shorts(new short[length]);
            case INT32 -> new Ints(new int[length]);
            case INT64 -> new Longs(new long[length]);
            case FLOAT32 -> new Floats(new float[length]);
            case FLOAT64 -> new Doubles(new double[length]);
        };
    }

    record Bools(byte[] data) implements Storage {
        @Override
        public long longAt(int i) {
            return data[i];
        }

        @Override
        public double doubleAt(int i) {
            return data[i];
        }
    }

    record Bytes(byte[] data) implements Storage {
        @Override
        public long longAt(int i) {
            return data[i] & 0xff;
        }

        @Override
        public double doubleAt(int i) {
            return data[i] & 0xff;
        }
    }

    record Shorts(short[] data) implements Storage {
        @Override
        public long longAt(int i) {
            return data[i];
        }

        @Override
        public double doubleAt(int i) {
            return data[i];
        }
    }

    record Ints(int[] data) implements Storage {
        @Override
        public long longAt(int i) {
            return data[i];
        }

        @Override
        public double doubleAt(int i) {
            return data[i];
        }
    }

    record Longs(long[] data) implements Storage {
        @Override
        public long longAt(int i) {
            return data[i];
        }

        @Override
        public double doubleAt(int i) {
            return data[i];
        }
    }

    record Floats(float[] data) implements Storage {
        @Override
        public long longAt(int i) {
            return Casts.toInt64(data[i]);
        }

        @Override
        public double doubleAt(int i) {
            return data[i];
        }
    }

    record Doubles(double[] data) implements Storage {
        @Override
        public long longAt(int i) {
            return Casts.toInt64(data[i]);
        }

        @Override
        public double doubleAt(int i) {
            return data[i];
        }
    }
}
