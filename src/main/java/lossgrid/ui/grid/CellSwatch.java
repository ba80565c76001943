package lossgrid.ui.grid;

import lossgrid.paint.geometry.CellLook;
import lossgrid.ui.control.CrispCanvas;

/** A small cell of a look, drawn as on a grid, for legends. */
final class LookSwatch extends GridStyle {
    private static final double SIZE = 13;

    private final CellLook look;
    private final CrispCanvas canvas;

    LookSwatch(CellLook look, double resolution) {
        this.look = look;
        canvas = new CrispCanvas(resolution);
        canvas.resizeTo(SIZE, SIZE);
        getStyleClass().add("grid-view");
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        getChildren().add(canvas);
        onLookChange(this::paint);
    }

    private void paint() {
        new LookPainter(new CanvasSurface(canvas.getGraphicsContext2D()), this).paint(look, false, 0, 0, SIZE);
    }
}
