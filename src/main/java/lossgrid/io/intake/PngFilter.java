package lossgrid.io.intake;

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
        for (int i = first; i < end; i++) {
            int left = raw[i - back] & BYTE;
            int above = raw[i - stride] & BYTE;
            int corner = raw[i - stride - back] & BYTE;
            int toLeft = Math.abs(above - corner);
            int toAbove = Math.abs(left - corner);
            int toCorner = Math.abs(left + above - 2 * corner);
            int nearest = toAbove <= toCorner ? above : corner;
            raw[i] += (byte) (toLeft <= toAbove && toLeft <= toCorner ? left : nearest);
        }
    }
}
