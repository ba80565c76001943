package lossgrid.ui.export;

import static lossgrid.ui.export.SvgWriter.attribute;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.grid.CellGrid;
import lossgrid.paint.grid.HeatmapRaster;
import lossgrid.ui.control.Fonts;
import lossgrid.ui.control.PngEncoder;
import lossgrid.ui.grid.GridPainter;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.grid.LookPainter;
import lossgrid.ui.grid.OutlinePainter;

/** A grid as SVG, just as {@link GridPainter} draws it: cells as shapes, or one picture a plane when there are too many of them. */
final class GridSvg {
    /** Planes with more cells than this are pictures. */
    private static final int MOST_CELLS = 64 * 64;

    private static final int RASTER_SIZE = 1024;
    private static final int MOST_PIXELS_A_CELL = 4;

    private final SvgWriter svg;
    private final GridView view;
    private final double x;
    private final double y;
    private final LookPainter looks;

    GridSvg(SvgWriter svg, GridView view, double x, double y) {
        this.svg = svg;
        this.view = view;
        this.x = x;
        this.y = y;
        looks = new LookPainter(new Shapes(), view);
    }

    void write() {
        Optional<GridGeometry> geometry = view.geometry();
        if (view.grid().isEmpty() || geometry.isEmpty()) {
            return;
        }
        CellGrid grid = view.grid().get().fitted(geometry.get());
        Rectangle2D frame = new Rectangle2D(x, y, view.getWidth(), view.getHeight());
        svg.open(List.of(svg.clip(frame), SvgText.family(Fonts.mono(1)), attribute("text-anchor", "middle")));
        for (int plane = 0; plane < grid.shape().planes(); plane++) {
            title(grid, geometry.get(), plane);
            plane(grid, geometry.get(), plane);
        }
        for (CellRef cell : view.outlined()) {
            outline(
                    geometry.get(),
                    cell,
                    view.haloPaint(),
                    (OutlinePainter.OUTLINE + 2 * OutlinePainter.HALO) * view.unit());
            outline(geometry.get(), cell, view.outlinePaint(), OutlinePainter.OUTLINE * view.unit());
        }
        svg.close();
    }

    private void title(CellGrid grid, GridGeometry geometry, int plane) {
        if (geometry.title() > 0) {
            double middle = geometry.planeX(plane) + geometry.shape().width() * geometry.cell() / 2;
            svg.text(
                    grid.planeTitle(plane),
                    attribute("x", x + middle),
                    attribute("y", y + geometry.planeY(plane) - GridPainter.TITLE_LIFT * geometry.unit()),
                    attribute("font-size", GridPainter.TITLE_TYPE * geometry.unit()),
                    svg.paint("fill", view.titleInk()));
        }
    }

    private void plane(CellGrid grid, GridGeometry geometry, int plane) {
        GridShape shape = grid.shape();
        if (geometry.cell() < GridPainter.SMALLEST_DRAWN_CELL || shape.planeSize() > MOST_CELLS) {
            raster(grid, geometry, plane);
            return;
        }
        for (int cell = 0; cell < shape.planeSize(); cell++) {
            cell(grid, geometry, new CellRef(plane, cell));
        }
    }

    private void raster(CellGrid grid, GridGeometry geometry, int plane) {
        GridShape shape = grid.shape();
        int[] pixels = new int[shape.planeSize()];
        HeatmapRaster.fill(grid, plane, pixels);
        Rectangle2D at = new Rectangle2D(
                x + geometry.planeX(plane),
                y + geometry.planeY(plane),
                shape.width() * geometry.cell(),
                shape.height() * geometry.cell());
        svg.rect(at, 0, svg.paint("fill", view.paper()));
        svg.image(at, PngEncoder.png(enlarged(shape, pixels)), true);
    }

    /** Cells of several pixels each, as far as that makes no huge picture: some programs smooth pictures, whatever they are told. */
    private static BufferedImage enlarged(GridShape shape, int[] pixels) {
        int factor = Math.clamp(RASTER_SIZE / Math.max(shape.width(), shape.height()), 1, MOST_PIXELS_A_CELL);
        int width = shape.width() * factor;
        int height = shape.height() * factor;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, pixels[y / factor * shape.width() + x / factor]);
            }
        }
        return image;
    }

    private void cell(CellGrid grid, GridGeometry geometry, CellRef ref) {
        double size = geometry.cell() - geometry.cellGap();
        Rectangle2D at = new Rectangle2D(
                x + geometry.cellX(ref) + geometry.cellGap() / 2,
                y + geometry.cellY(ref) + geometry.cellGap() / 2,
                size,
                size);
        CellLook look = grid.look(ref.plane(), ref.cell());
        boolean withText = geometry.showsText(grid.longestText());
        Paint ink = look == CellLook.ORDINARY
                ? ordinary(grid.argb(ref.plane(), ref.cell()), at)
                : looks.paint(look, withText, at.getMinX(), at.getMinY(), size);
        if (withText) {
            double type = geometry.fontSize(grid.longestText());
            boolean bold = look != CellLook.ORDINARY;
            Font font = Fonts.mono(type, bold ? FontWeight.BOLD : FontWeight.NORMAL);
            svg.text(
                    grid.text(ref.plane(), ref.cell()),
                    attribute("x", at.getMinX() + size / 2),
                    attribute("y", at.getMinY() + size / 2 + belowMiddle(font)),
                    attribute("font-size", font.getSize()),
                    bold ? attribute("font-weight", "bold") : "",
                    svg.paint("fill", ink));
        }
    }

    /** How far the baseline lies below the middle of a line. */
    private static double belowMiddle(Font font) {
        Text probe = new Text("0");
        probe.setFont(font);
        return probe.getBaselineOffset() - probe.getLayoutBounds().getHeight() / 2;
    }

    private Paint ordinary(int argb, Rectangle2D at) {
        if (GridPainter.isTranslucent(argb)) {
            rect(at, svg.paint("fill", view.paper()));
        }
        rect(at, svg.paint("fill", GridPainter.color(argb)));
        return GridPainter.ink(view, argb);
    }

    /** The marks of cells that are not ordinary, as shapes. */
    private final class Shapes implements LookPainter.Surface {
        @Override
        public void clear(double left, double top, double size) {
            // A picture is drawn once.
        }

        @Override
        public void fill(Paint paint, double left, double top, double size, double arc) {
            svg.rect(new Rectangle2D(left, top, size, size), arc / 2, svg.paint("fill", paint));
        }

        @Override
        public void frame(Paint paint, double left, double top, double size, double arc) {
            svg.rect(
                    new Rectangle2D(left, top, size, size),
                    arc / 2,
                    attribute("fill", "none"),
                    svg.paint("stroke", paint));
        }

        @Override
        public void line(Paint paint, double width, double x1, double y1, double x2, double y2) {
            svg.element(
                    "line",
                    attribute("x1", x1),
                    attribute("y1", y1),
                    attribute("x2", x2),
                    attribute("y2", y2),
                    svg.paint("stroke", paint),
                    attribute("stroke-width", width));
        }

        @Override
        public void triangle(Paint paint, double left, double right, double base, double tip) {
            String d = "M%s %sL%s %sL%s %sZ"
                    .formatted(
                            SvgWriter.number(left),
                            SvgWriter.number(base),
                            SvgWriter.number(right),
                            SvgWriter.number(base),
                            SvgWriter.number((left + right) / 2),
                            SvgWriter.number(tip));
            svg.element("path", attribute("d", d), svg.paint("fill", paint));
        }
    }

    private void rect(Rectangle2D at, String paint) {
        double corner = GridPainter.CORNER * view.unit();
        svg.rect(at, at.getWidth() > 4 * corner ? corner / 2 : 0, paint);
    }

    private void outline(GridGeometry geometry, CellRef cell, Paint paint, double line) {
        Rectangle2D at = OutlinePainter.outlineOf(geometry, cell);
        svg.rect(
                new Rectangle2D(x + at.getMinX(), y + at.getMinY(), at.getWidth(), at.getHeight()),
                OutlinePainter.CORNER / 2 * geometry.unit(),
                attribute("fill", "none"),
                svg.paint("stroke", paint),
                attribute("stroke-width", line));
    }
}
