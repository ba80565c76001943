package lossgrid.ui.grid;

import javafx.scene.paint.Paint;
import lossgrid.paint.color.ClassTexture;
import lossgrid.paint.geometry.CellLook;

/**
 * Draws cells that are not ordinary: each look has a hatch or a mark of its own, and none of them a colour of a map.
 * Also draws the lines that tell classes of one colour apart.
 */
final class LookPainter {
    private static final double CORNER = 4;
    private static final double HATCH_STEP = 6;
    private static final double SMALLEST_HATCH_STEP = 3;
    private static final double HATCHES_A_CELL = 4;
    /** The room between a text and the lines around it. */
    private static final double AROUND_TEXT = 3;

    /** The part of a cell that a mark takes beside a text, and without one. */
    private static final double MARK = 0.2;

    private static final double LONE_MARK = 0.5;

    private static final double THIN = 1;
    private static final double THICK = 1.5;

    /** The middle of a cell, which stays free for a text. */
    record Gap(double width, double height) {
        static final Gap NONE = new Gap(0, 0);

        boolean isNone() {
            return width == 0;
        }
    }

    private final Surface surface;
    private final GridStyle style;

    LookPainter(Surface surface, GridStyle style) {
        this.surface = surface;
        this.style = style;
    }

    /**
     * Draws a cell of a look that is not ordinary.
     *
     * @return the ink of that text
     */
    Paint paint(CellLook look, Gap gap, double x, double y, double size) {
        boolean withText = !gap.isNone();
        return switch (look) {
            case ORDINARY -> throw new IllegalArgumentException("an ordinary cell has a colour");
            case IGNORED -> {
                fill(style.paper(), x, y, size);
                hatch(style.paint(GridPaint.HATCH), x, y, size, true);
                clear(style.paper(), gap, x, y, size);
                yield style.paint(GridPaint.PAPER_INK);
            }
            case NO_CLASS -> {
                alarm(x, y, size);
                hatch(style.paint(GridPaint.ALARM_INK), x, y, size, false);
                clear(style.paint(GridPaint.ALARM), gap, x, y, size);
                yield style.paint(GridPaint.ALARM_INK);
            }
            case NAN -> {
                alarm(x, y, size);
                cross(withText ? MARK : LONE_MARK, x, y, size);
                yield style.paint(GridPaint.ALARM_INK);
            }
            case POSITIVE_INFINITY -> {
                alarm(x, y, size);
                arrow(withText, true, x, y, size);
                yield style.paint(GridPaint.ALARM_INK);
            }
            case NEGATIVE_INFINITY -> {
                alarm(x, y, size);
                arrow(withText, false, x, y, size);
                yield style.paint(GridPaint.ALARM_INK);
            }
        };
    }

    private void fill(Paint paint, double x, double y, double size) {
        surface.fill(paint, x, y, size, size > 4 * CORNER ? CORNER : 0);
    }

    /** Covers the lines under a text. */
    private void clear(Paint ground, Gap gap, double x, double y, double size) {
        if (!gap.isNone()) {
            double width = Math.min(gap.width() + AROUND_TEXT, size - 2);
            double height = Math.min(gap.height(), size - 2);
            surface.fillBox(ground, x + (size - width) / 2, y + (size - height) / 2, width, height);
        }
    }

    /** Draws the lines of a class that shares its colour with others. */
    void texture(ClassTexture texture, Paint ink, double x, double y, double size) {
        for (int i = 1; i <= texture.rows(); i++) {
            double at = y + Math.rint(size * i / (texture.rows() + 1)) + THIN / 2;
            surface.line(ink, THIN, x, at, x + size, at);
        }
        for (int i = 1; i <= texture.columns(); i++) {
            double at = x + Math.rint(size * i / (texture.columns() + 1)) + THIN / 2;
            surface.line(ink, THIN, at, y, at, y + size);
        }
    }

    private void alarm(double x, double y, double size) {
        surface.clear(x, y, size);
        fill(style.paint(GridPaint.ALARM), x, y, size);
        surface.frame(style.paint(GridPaint.ALARM_INK), THIN, x + 1, y + 1, size - 2, CORNER);
    }

    /** Lines across the cell, from below left to above right or the other way. */
    private void hatch(Paint ink, double x, double y, double size, boolean rising) {
        double step = Math.clamp(size / HATCHES_A_CELL, SMALLEST_HATCH_STEP, HATCH_STEP);
        for (double offset = step; offset < 2 * size; offset += step) {
            double over = Math.max(0, offset - size);
            double to = Math.min(offset, size);
            if (rising) {
                surface.line(ink, THIN, x + over, y + to, x + to, y + over);
            } else {
                surface.line(ink, THIN, x + size - over, y + to, x + size - to, y + over);
            }
        }
    }

    /** A diagonal cross whose arms reach in from the corners by this part of the size. */
    private void cross(double reach, double x, double y, double size) {
        double from = size * 0.08;
        double to = size * reach;
        double far = size - from;
        double back = size - to;
        Paint ink = style.paint(GridPaint.ALARM_INK);
        surface.line(ink, THICK, x + from, y + from, x + to, y + to);
        surface.line(ink, THICK, x + far, y + from, x + back, y + to);
        surface.line(ink, THICK, x + from, y + far, x + to, y + back);
        surface.line(ink, THICK, x + far, y + far, x + back, y + back);
    }

    /** A filled triangle: at the edge that it points to, or alone in the middle. */
    private void arrow(boolean withText, boolean up, double x, double y, double size) {
        double half = size * (withText ? MARK : LONE_MARK * 0.7);
        double height = half;
        double middle = x + size / 2;
        double edge = withText ? size * 0.08 : (size - height) / 2;
        double tip = up ? y + edge : y + size - edge;
        double base = up ? tip + height : tip - height;
        surface.triangle(style.paint(GridPaint.ALARM_INK), middle - half, middle + half, base, tip);
    }
}
