package lossgrid.io.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import lossgrid.io.disk.UnreadableFile;

/** Undoes the differences of neighbours in a row that a TIFF may hold instead of its samples. */
record TiffPredictor(boolean isUsed, TiffLayout layout) {
    private static final int HORIZONTAL = 2;

    static TiffPredictor of(TiffDirectory tags, TiffLayout layout) throws UnreadableFile {
        long predictor = tags.value(TiffDirectory.PREDICTOR, 1);
        boolean horizontal = predictor == HORIZONTAL
                && layout.bits() == layout.sampleBytes() * Byte.SIZE
                && layout.bits() <= Integer.SIZE;
        if (predictor != 1 && !horizontal) {
            throw tags.error(
                    "predictor %s for samples of %s bits is not supported".formatted(predictor, layout.bits()));
        }
        return new TiffPredictor(horizontal, layout);
    }

    void undo(byte[] chunk, int rows, ByteOrder order) {
        if (!isUsed) {
            return;
        }
        ByteBuffer data = ByteBuffer.wrap(chunk).order(order);
        int size = layout.bits() / Byte.SIZE;
        int back = layout.together() * size;
        int rowBytes = (int) layout.rowBytes();
        for (int y = 0; y < rows; y++) {
            int end = (y + 1) * rowBytes;
            for (int at = y * rowBytes + back; at < end; at += size) {
                switch (size) {
                    case Byte.BYTES -> data.put(at, (byte) (data.get(at) + data.get(at - back)));
                    case Short.BYTES -> data.putShort(at, (short) (data.getShort(at) + data.getShort(at - back)));
                    default -> data.putInt(at, data.getInt(at) + data.getInt(at - back));
                }
            }
        }
    }
}
