package lossgrid.ui.session;

/** The selected pixel and, among its channels, the one that keys work on. */
public record PixelSelection(int n, int c, int h, int w) {
    public static final PixelSelection FIRST = new PixelSelection(0, 0, 0, 0);
}
