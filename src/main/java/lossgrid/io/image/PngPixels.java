package lossgrid.io.image;

import java.util.ArrayList;
import java.util.List;
import lossgrid.io.disk.MemoryBudget;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.npy.NumpyDType;

/** The image data of a PNG: inflated, its filters undone in place, its passes woven together. */
final class PngPixels {
    private static final String PLACE = "chunk IDAT";
    private static final int NO_PASS = 8;

    /** The pixels {@code x0 + i * dx} of the rows {@code y0 + j * dy}; the seven passes of Adam7. */
    private record InterlacePass(int x0, int y0, int dx, int dy) {
        static final InterlacePass WHOLE = new InterlacePass(0, 0, 1, 1);
        static final List<InterlacePass> ADAM7 = List.of(
                new InterlacePass(0, 0, NO_PASS, NO_PASS),
                new InterlacePass(4, 0, NO_PASS, NO_PASS),
                new InterlacePass(0, 4, 4, NO_PASS),
                new InterlacePass(2, 0, 4, 4),
                new InterlacePass(0, 2, 2, 4),
                new InterlacePass(1, 0, 2, 2),
                new InterlacePass(0, 1, 1, 2));

        int columns(int width) {
            return Math.ceilDiv(width - x0, dx);
        }

        int rows(int height) {
            return Math.ceilDiv(height - y0, dy);
        }
    }

    private final PngHeader header;
    private final byte[] file;
    private final List<Inflation.Piece> data;
    private final MemoryBudget room;
    private final List<InterlacePass> passes = new ArrayList<>();

    PngPixels(PngHeader header, byte[] file, List<Inflation.Piece> data, MemoryBudget room) {
        this.header = header;
        this.file = file;
        this.data = data;
        this.room = room;
        for (InterlacePass pass : header.isInterlaced() ? InterlacePass.ADAM7 : List.of(InterlacePass.WHOLE)) {
            if (pass.columns(header.width()) > 0 && pass.rows(header.height()) > 0) {
                passes.add(pass);
            }
        }
    }

    ImageSamples read(List<Integer> palette) throws UnreadableFile {
        long bytes = 0;
        for (InterlacePass pass : passes) {
            bytes += (header.rowBytes(pass.columns(header.width())) + 1) * pass.rows(header.height());
        }
        Inflation.requirePossible(
                bytes, data.stream().mapToLong(Inflation.Piece::length).sum(), PLACE);
        int sampleBytes = header.depth() > Byte.SIZE ? 2 : 1;
        long samples = (long) header.width() * header.height() * header.channels();
        if (samples > Integer.MAX_VALUE) {
            throw new UnreadableFile("chunk IHDR", "more than " + Integer.MAX_VALUE + " samples");
        }
        room.require(bytes + 2 * samples * sampleBytes, "chunk IHDR", "an image of this size");
        byte[] raw = Inflation.inflate(file, data, (int) bytes, false, PLACE);
        byte[] pixels = isWhole() ? compacted(raw) : woven(raw, new byte[(int) samples * sampleBytes], sampleBytes);
        return new ImageSamples(
                header.height(),
                header.width(),
                header.channels(),
                pixels,
                sampleBytes == 1 ? NumpyDType.UINT8 : NumpyDType.UINT16,
                header.depth(),
                header.layout(),
                palette);
    }

    /** Whether the rows of the file are the rows of the image, byte for byte. */
    private boolean isWhole() {
        return !header.isInterlaced() && header.depth() >= Byte.SIZE;
    }

    /** Moves the rows together, over their filter bytes. */
    private byte[] compacted(byte[] raw) throws UnreadableFile {
        int rowBytes = (int) header.rowBytes(header.width());
        unfilter(raw, 0, rowBytes, header.height());
        for (int y = 0; y < header.height(); y++) {
            System.arraycopy(raw, y * (rowBytes + 1) + 1, raw, y * rowBytes, rowBytes);
        }
        return raw;
    }

    private byte[] woven(byte[] raw, byte[] out, int sampleBytes) throws UnreadableFile {
        int start = 0;
        int pixel = header.channels() * sampleBytes;
        for (InterlacePass pass : passes) {
            int columns = pass.columns(header.width());
            int rows = pass.rows(header.height());
            int rowBytes = (int) header.rowBytes(columns);
            unfilter(raw, start, rowBytes, rows);
            for (int y = 0; y < rows; y++) {
                int from = start + y * (rowBytes + 1) + 1;
                int to = ((pass.y0() + y * pass.dy()) * header.width() + pass.x0()) * pixel;
                for (int x = 0; x < columns; x++) {
                    copyPixel(raw, from, x, out, to + x * pass.dx() * pixel, pixel);
                }
            }
            start += rows * (rowBytes + 1);
        }
        return out;
    }

    private void copyPixel(byte[] raw, int row, int x, byte[] out, int to, int pixel) {
        if (header.depth() < Byte.SIZE) {
            out[to] = Bits.at(raw, row, x, header.depth());
        } else {
            System.arraycopy(raw, row + x * pixel, out, to, pixel);
        }
    }

    private void unfilter(byte[] raw, int start, int rowBytes, int rows) throws UnreadableFile {
        for (int y = 0; y < rows; y++) {
            int at = start + y * (rowBytes + 1);
            if (!PngFilter.undo(raw, at, rowBytes, header.pixelBytes(), y == 0)) {
                throw new UnreadableFile(
                        PLACE, "row %s has the unknown filter %s".formatted(y, Byte.toUnsignedInt(raw[at])));
            }
        }
    }
}
