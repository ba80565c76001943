package lossgrid.io.image;

import java.nio.ByteOrder;
import java.util.List;

/**
 * Puts the strips or tiles of a TIFF together, with the samples of a pixel side by side and the highest byte of each
 * first.
 */
final class TiffAssembly {
    private final TiffLayout layout;
    private final List<byte[]> chunks;
    private final boolean isReversed;

    TiffAssembly(TiffLayout layout, List<byte[]> chunks, ByteOrder order) {
        this.layout = layout;
        this.chunks = chunks;
        this.isReversed = order.equals(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] samples() {
        byte[] out = new byte[layout.width() * layout.height() * layout.samples() * layout.sampleBytes()];
        int perPlane = layout.chunksAcross() * layout.chunksDown();
        for (int i = 0; i < chunks.size(); i++) {
            int inPlane = i % perPlane;
            place(chunks.get(i), i / perPlane, inPlane % layout.chunksAcross(), inPlane / layout.chunksAcross(), out);
        }
        return out;
    }

    private void place(byte[] chunk, int plane, int across, int down, byte[] out) {
        int left = across * layout.chunkWidth();
        int top = down * layout.chunkHeight();
        int columns = Math.min(layout.chunkWidth(), layout.width() - left);
        int rows = Math.min(layout.chunkHeight(), layout.height() - top);
        int together = layout.together();
        int size = layout.sampleBytes();
        for (int y = 0; y < rows; y++) {
            int from = (int) (y * layout.rowBytes());
            int to = ((top + y) * layout.width() + left) * layout.samples() + plane;
            if (size == 1 && layout.bits() == Byte.SIZE && together == layout.samples()) {
                System.arraycopy(chunk, from, out, to, columns * together);
                continue;
            }
            for (int i = 0; i < columns * together; i++) {
                int target = to + i / together * layout.samples() + i % together;
                copy(chunk, from, i, out, target * size);
            }
        }
    }

    private void copy(byte[] chunk, int row, int i, byte[] out, int to) {
        int size = layout.sampleBytes();
        if (layout.bits() < size * Byte.SIZE) {
            int sample = Bits.wide(chunk, row, i, layout.bits());
            out[to + size - 1] = (byte) sample;
            if (size > 1) {
                out[to] = (byte) (sample >> Byte.SIZE);
            }
            return;
        }
        for (int b = 0; b < size; b++) {
            out[to + b] = chunk[row + i * size + (isReversed ? size - 1 - b : b)];
        }
    }
}
