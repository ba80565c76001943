package lossgrid.io.image;

import java.util.Arrays;
import lossgrid.io.disk.UnreadableFile;

/**
 * The bilevel codes of ITU-T T.4 and T.6 as in TIFF: 0 where a row is white, 1 where it is black. {@code javax.imageio}
 * loops forever at some damaged words and guesses at others; this reports them.
 */
final class Fax {
    /** The coding of the rows. */
    enum Kind {
        /** Each from the next byte on, in runs. */
        RUNS,
        /** Each after an end-of-line word, in runs. */
        T4,
        /** Each after an end-of-line word and a bit that says whether it is in runs or differs from the row above. */
        T4_BOTH,
        /** Each by how it differs from the row above. */
        T6
    }

    private static final int ZEROS_OF_END = 11;
    private static final int VERTICAL_BITS = 7;
    /**
     * Of the words for a change 0, 1, 2 and 3 pixels from the one above; the last bit of all but the first says to
     * which side.
     */
    private static final int[] VERTICAL_LENGTHS = {1, 3, 6, 7};

    private static final int PASS = 0b0001;
    private static final int PASS_BITS = 4;
    private static final int HORIZONTAL = 0b001;
    private static final int HORIZONTAL_BITS = 3;

    private final byte[] file;
    private final Kind kind;
    private final int width;
    private final String place;
    private final long end;
    private long bit;
    private int row;
    /** The places where the colour changes in the row above, and in this one: at even indices from white to black. */
    private int[] above = new int[16];

    private int[] changes = new int[16];
    private int aboveCount;
    private int count;

    Fax(byte[] file, Inflation.Piece piece, Kind kind, int width, String place) {
        this.file = file;
        this.kind = kind;
        this.width = width;
        this.place = place;
        this.bit = (long) piece.offset() * Byte.SIZE;
        this.end = (long) (piece.offset() + piece.length()) * Byte.SIZE;
    }

    /** Throws for damaged data, without memory for the pixels: a single bit may encode a row of any length. */
    void require(int rows) throws UnreadableFile {
        for (row = 0; row < rows; row++) {
            next();
        }
    }

    /** The rows, 8 pixels a byte. */
    byte[] decode(int rows) throws UnreadableFile {
        int rowBytes = Math.ceilDiv(width, Byte.SIZE);
        byte[] out = new byte[rowBytes * rows];
        for (row = 0; row < rows; row++) {
            next();
            for (int i = 0; i < count; i += 2) {
                int to = i + 1 < count ? changes[i + 1] : width;
                for (int x = changes[i]; x < to; x++) {
                    out[row * rowBytes + x / Byte.SIZE] |= (byte) (1 << (Byte.SIZE - 1 - x % Byte.SIZE));
                }
            }
        }
        return out;
    }

    private UnreadableFile broken(String reason) {
        return new UnreadableFile(place, "row %s of the fax-coded data %s".formatted(row, reason));
    }

    private void next() throws UnreadableFile {
        int[] last = above;
        above = changes;
        aboveCount = count;
        changes = last;
        count = 0;
        switch (kind) {
            case RUNS -> {
                runs();
                bit = Math.ceilDiv(bit, Byte.SIZE) * Byte.SIZE;
            }
            case T4 -> {
                skipEndOfLine();
                runs();
            }
            case T4_BOTH -> {
                if (!skipEndOfLine()) {
                    throw broken("does not begin with an end-of-line word");
                }
                boolean isInRuns = peek(1) == 1;
                take(1);
                if (isInRuns) {
                    runs();
                } else {
                    differences();
                }
            }
            case T6 -> differences();
        }
    }

    /** The next bits, with zeros after the end. */
    private int peek(int bits) {
        int out = 0;
        for (int i = 0; i < Integer.SIZE / Byte.SIZE - 1; i++) {
            long at = bit / Byte.SIZE + i;
            out = (out << Byte.SIZE) | (at * Byte.SIZE < end ? Byte.toUnsignedInt(file[(int) at]) : 0);
        }
        int shift = Integer.SIZE - Byte.SIZE - (int) (bit % Byte.SIZE) - bits;
        return (out >> shift) & ((1 << bits) - 1);
    }

    private void take(int bits) throws UnreadableFile {
        if (bit + bits > end) {
            throw broken("is cut off");
        }
        bit += bits;
    }

    /** Skips eleven zeros or more and the one after them, if they are there. */
    private boolean skipEndOfLine() throws UnreadableFile {
        if (peek(ZEROS_OF_END) != 0) {
            return false;
        }
        while (peek(1) == 0) {
            take(1);
        }
        take(1);
        return true;
    }

    private void change(int x) throws UnreadableFile {
        if (x > width || (count > 0 && x < changes[count - 1])) {
            throw broken("leaves the row at pixel " + x);
        }
        if (count == changes.length) {
            changes = Arrays.copyOf(changes, 2 * count);
        }
        changes[count++] = x;
    }

    private int run(FaxCodes codes) throws UnreadableFile {
        int sum = 0;
        while (true) {
            int bits = peek(FaxCodes.MOST_BITS);
            int length = codes.length(bits);
            if (length == 0) {
                throw broken("has a word that stands for no run");
            }
            take(length);
            int run = codes.run(bits);
            sum += run;
            if (FaxCodes.isLast(run)) {
                return sum;
            }
            if (sum > width) {
                throw broken("is longer than its " + width + " pixels");
            }
        }
    }

    private void runs() throws UnreadableFile {
        int x = 0;
        while (x < width) {
            x += run(count % 2 == 0 ? FaxCodes.WHITE : FaxCodes.BLACK);
            change(x);
        }
    }

    /** The row after T.6: where its colour changes, as seen from the changes of the row above. */
    private void differences() throws UnreadableFile {
        int x = -1;
        int over = 0;
        while (x < width) {
            over = over(x, over);
            int bits = peek(VERTICAL_BITS);
            if (bits >> (VERTICAL_BITS - PASS_BITS) == PASS) {
                take(PASS_BITS);
                x = aboveAt(over + 1);
            } else if (bits >> (VERTICAL_BITS - HORIZONTAL_BITS) == HORIZONTAL) {
                take(HORIZONTAL_BITS);
                boolean isWhite = count % 2 == 0;
                x = Math.max(x, 0) + run(isWhite ? FaxCodes.WHITE : FaxCodes.BLACK);
                change(x);
                x += run(isWhite ? FaxCodes.BLACK : FaxCodes.WHITE);
                change(x);
            } else {
                int to = aboveAt(over) + vertical(bits);
                if (to < x) {
                    throw broken("goes back at pixel " + to);
                }
                x = to;
                change(x);
            }
        }
    }

    /**
     * The first change above, from place {@code from} or shortly before it on, that is right of {@code x} and to the
     * colour that is not the present one.
     */
    private int over(int x, int from) {
        int i = Math.max(0, from - 2);
        i += (i + count) % 2;
        while (i < aboveCount && above[i] <= x) {
            i += 2;
        }
        return i;
    }

    private int aboveAt(int i) {
        return i < aboveCount ? above[i] : width;
    }

    /** The distance of the change from the one above. */
    private int vertical(int bits) throws UnreadableFile {
        for (int distance = 0; distance < VERTICAL_LENGTHS.length; distance++) {
            int length = VERTICAL_LENGTHS[distance];
            int word = bits >> (VERTICAL_BITS - length);
            if (distance == 0 ? word == 1 : word >> 1 == 1) {
                take(length);
                return distance == 0 || (word & 1) == 1 ? distance : -distance;
            }
        }
        throw broken("has a word that stands for no change");
    }
}
