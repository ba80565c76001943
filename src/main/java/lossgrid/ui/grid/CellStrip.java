package lossgrid.ui.grid;

import lossgrid.paint.color.DefaultClassColors;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.mask.MaskColors;
import lossgrid.ui.control.Colors;
import lossgrid.ui.control.CrispCanvas;

/** A strip of cells of one value, drawn as on a grid: a bar that says by its length how many there are. */
public final class CellStrip extends GridStyle {
    private final MaskColors.Tint tint;
    private final CrispCanvas canvas;

    public CellStrip(MaskColors.Tint tint, double resolution) {
        this.tint = tint;
        canvas = new CrispCanvas(resolution);
        getStyleClass().add("grid-view");
        getChildren().add(canvas);
        onLookChange(this::requestLayout);
    }

    @Override
    protected void layoutChildren() {
        double size = getHeight();
        canvas.resizeTo(getWidth(), size);
        CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D());
        LookPainter looks = new LookPainter(surface, this);
        boolean isOrdinary = tint.look() == CellLook.ORDINARY;
        if (isOrdinary) {
            surface.fillBox(Colors.opaque(tint.argb()), 0, 0, getWidth(), size);
        }
        for (double x = 0; x < getWidth() && size > 0; x += size) {
            if (isOrdinary) {
                looks.texture(tint.texture(), Colors.of(DefaultClassColors.ink(tint.argb())), x, 0, size);
            } else {
                looks.paint(tint.look(), LookPainter.Gap.NONE, x, 0, size);
            }
        }
    }
}
