package lossgrid.ui.grid;

import lossgrid.paint.color.ClassTexture;
import lossgrid.paint.color.DefaultClassColors;
import lossgrid.paint.geometry.CellLook;
import lossgrid.ui.control.Colors;
import lossgrid.ui.control.CrispCanvas;

/** A small cell, drawn as on a grid, for legends: of a look, or in a class's colour. */
public final class CellSwatch extends GridStyle {
    private static final double SIZE = 13;
    private static final double CORNER = 3;

    private final CellLook look;
    private final int argb;
    private final ClassTexture texture;
    private final CrispCanvas canvas;

    private CellSwatch(CellLook look, int argb, ClassTexture texture, double resolution) {
        this.look = look;
        this.argb = argb;
        this.texture = texture;
        canvas = new CrispCanvas(resolution);
        getStyleClass().add("grid-view");
        getChildren().add(canvas);
        onLookChange(this::paint);
        paint();
    }

    /** A cell of a look that is not ordinary. */
    public static CellSwatch of(CellLook look, double resolution) {
        return new CellSwatch(look, 0, ClassTexture.PLAIN, resolution);
    }

    /** A cell of a class. */
    public static CellSwatch of(int argb, ClassTexture texture, double resolution) {
        return new CellSwatch(CellLook.ORDINARY, argb, texture, resolution);
    }

    private void paint() {
        double size = Math.rint(SIZE * unit());
        canvas.resizeTo(size, size);
        setMinSize(size, size);
        setMaxSize(size, size);
        CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D());
        LookPainter looks = new LookPainter(surface, this);
        if (look == CellLook.ORDINARY) {
            surface.fill(Colors.opaque(argb), 0, 0, size, CORNER * unit());
            looks.texture(texture, Colors.of(DefaultClassColors.ink(argb)), 0, 0, size);
        } else {
            looks.paint(look, LookPainter.Gap.NONE, 0, 0, size);
        }
    }
}
