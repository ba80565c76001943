package lossgrid.io.image;

import java.nio.ByteBuffer;
import java.util.List;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.io.npy.NumpyDType;
import lossgrid.model.document.LabelSource;

/**
 * The samples of an image as stored, row by row, the samples of a pixel together.
 *
 * @param data one element of {@code type} after the other; may be longer than the image
 * @param type the type of a sample in {@code data}: samples of fewer than 8 bits have a byte each
 * @param bits of a sample in the file
 * @param palette each 0xRRGGBB, empty unless the layout is a palette's
 */
@SuppressWarnings("ArrayRecordComponent")
public // Passed once, from a reader to its caller.
record ImageSamples(
        int height,
        int width,
        int channels,
        byte[] data,
        NumpyDType type,
        int bits,
        LabelSource.Layout layout,
        List<Integer> palette) {
    /** The samples as labels: {@code [H, W]}, or {@code [H, W, samples]} where a pixel has several. */
    public LabelArray toLabels() {
        Shape shape = channels == 1 ? Shape.of(height, width) : Shape.of(height, width, channels);
        return type == NumpyDType.UINT8 ? LabelArray.ofBytes(shape, data) : type.read(shape, ByteBuffer.wrap(data));
    }
}
