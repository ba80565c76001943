package lossgrid.io.image;

/** The five filters of PNG, undone in place. */
final class PngFilter {
    private static final int BYTE = 0xff;

    private PngFilter() {}

    /**
     * Undoes the filter of one row.
     *
     * @param at the filter's byte, with the row behind it and the row above before it
     * @param back bytes of a pixel
     * @param isFirst whether there is no row above
     * @return false for a filter that does not exist
     */
    static boolean undo(byte[] raw, int at, int length, int back, boolean isFirst) {
        int row = at + 1;
        int end = row + length;
        int stride = length + 1;
        switch (raw[at]) {
            case 0 -> {}
            case 1 -> sub(raw, row + back, end, back);
            case 2 -> {
                if (!isFirst) {
                    up(raw, row, end, stride);
                }
            }
            case 3 -> average(raw, row, end, back, isFirst ? 0 : stride);
            case 4 -> {
                if (isFirst) {
                    sub(raw, row + back, end, back);
                } else {
                    paeth(raw, row, end, back, stride);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void sub(byte[] raw, int from, int end, int back) {
        if (back == 1) {
            byte left = raw[from - 1];
            for (int i = from; i < end; i++) {
                left += raw[i];
                raw[i] = left;
            }
            return;
        }
        for (int i = from; i < end; i++) {
            raw[i] += raw[i - back];
        }
    }

    private static void up(byte[] raw, int from, int end, int stride) {
        for (int i = from; i < end; i++) {
            raw[i] += raw[i - stride];
        }
    }

    private static void average(byte[] raw, int row, int end, int back, int stride) {
        for (int i = row; i < end; i++) {
            int left = i < row + back ? 0 : raw[i - back] & BYTE;
            int above = stride == 0 ? 0 : raw[i - stride] & BYTE;
            raw[i] += (byte) ((left + above) >> 1);
        }
    }

    private static void paeth(byte[] raw, int row, int end, int back, int stride) {
        int first = Math.min(row + back, end);
        up(raw, row, first, stride);
        if (back == 1) {
            paethOfBytes(raw, first, end, stride);
            return;
        }
        for (int i = first; i < end; i++) {
            raw[i] += (byte) guess(raw[i - back] & BYTE, raw[i - stride] & BYTE, raw[i - stride - back] & BYTE);
        }
    }

    /** Keeps the neighbours at hand instead of reading back what has just been written. */
    private static void paethOfBytes(byte[] raw, int from, int end, int stride) {
        int left = raw[from - 1] & BYTE;
        int corner = raw[from - 1 - stride] & BYTE;
        for (int i = from; i < end; i++) {
            int above = raw[i - stride] & BYTE;
            left = (raw[i] + guess(left, above, corner)) & BYTE;
            raw[i] = (byte) left;
            corner = above;
        }
    }

    private static int guess(int left, int above, int corner) {
        int toLeft = Math.abs(above - corner);
        int toAbove = Math.abs(left - corner);
        int toCorner = Math.abs(left + above - 2 * corner);
        int nearest = toAbove <= toCorner ? above : corner;
        return toLeft <= toAbove && toLeft <= toCorner ? left : nearest;
    }
}
