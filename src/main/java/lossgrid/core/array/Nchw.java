package lossgrid.core.array;

/**
 * The layout {@code [N, C, H, W]} of logits and all that has their shape, and its arithmetic. Row-major: elements are
 * counted through all dimensions, planes through {@code [N, C]}, the cells of a plane through {@code [H, W]}, pixels
 * through {@code [N, H, W]}.
 *
 * @param images N
 * @param classes C
 * @param planeSize H times W
 */
public record Nchw(int images, int classes, int height, int width, int planeSize) {
    public static final int RANK = 4;

    /** The dimension that the classes lie along. */
    public static final int CLASS_DIM = 1;

    /** The rank of {@code [N, H, W]}, which has one number for each pixel. */
    public static final int PIXELS_RANK = 3;

    /** The layout of a shape of rank 4. */
    public static Nchw of(Shape shape) {
        return new Nchw(shape.dim(0), shape.dim(CLASS_DIM), shape.dim(2), shape.dim(3), shape.planeSize());
    }

    /** Whether {@code dim}, which may be counted from the end, is that of the classes. */
    public static boolean isClassDim(int dim) {
        return dim == CLASS_DIM || dim == CLASS_DIM - RANK;
    }

    /** The number of classes of a pixel; without a dimension for them, as in {@code [N, H, W]}, one. */
    public static int depth(Shape shape) {
        return shape.rank() == RANK ? shape.dim(CLASS_DIM) : 1;
    }

    public int plane(int n, int c) {
        return n * classes + c;
    }

    /** The plane of class {@code c} in the image of a pixel. */
    public int planeAt(int pixel, int c) {
        return plane(imageOf(pixel), c);
    }

    public int imageOf(int pixel) {
        return pixel / planeSize;
    }

    /** The place in its plane of a pixel, or of an element. */
    public int cellOf(int pixelOrElement) {
        return pixelOrElement % planeSize;
    }

    public int pixel(int n, int cell) {
        return n * planeSize + cell;
    }

    public int pixel(int n, int h, int w) {
        return pixel(n, h * width + w);
    }

    /** The element of class {@code c} at a pixel. */
    public int element(int pixel, int c) {
        return planeAt(pixel, c) * planeSize + cellOf(pixel);
    }

    public int classOf(int element) {
        return element / planeSize % classes;
    }

    /** The pixel that an element belongs to. */
    public int pixelOf(int element) {
        return pixel(element / planeSize / classes, cellOf(element));
    }
}
