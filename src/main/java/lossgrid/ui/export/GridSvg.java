package lossgrid.ui.export;

import static lossgrid.ui.export.SvgWriter.attribute;
import static lossgrid.ui.export.SvgWriter.number;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.grid.CellGrid;
import lossgrid.paint.grid.HeatmapRaster;
import lossgrid.ui.control.Fonts;
import lossgrid.ui.control.PngEncoder;
import lossgrid.ui.grid.CellPainter;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.grid.OutlinePainter;
import lossgrid.ui.grid.Surface;

/** A grid as SVG: cells as shapes, or one picture a plane when there are too many of them. */
final class GridSvg {
    /** Planes with more cells than this are pictures. */
    private static final int MOST_CELLS = 64 * 64;

    private static final int RASTER_SIZE = 1024;
    private static final int MOST_PIXELS_A_CELL = 4;

    private final SvgWriter svg;
    private final GridView view;

    private GridSvg(SvgWriter svg, GridView view) {
        this.svg = svg;
        this.view = view;
    }

    /** Writes a grid whose view has its upper left corner at (x, y). */
    static void write(SvgWriter svg, GridView view, double x, double y) {
        Optional<GridGeometry> geometry = view.geometry();
        if (geometry.isEmpty()) {
            return;
        }
        CellGrid grid = view.written().orElseThrow();
        Rectangle2D frame = new Rectangle2D(x, y, view.getWidth(), view.getHeight());
        svg.open(List.of(svg.clip(frame), SvgText.family(Fonts.mono(1)), attribute("text-anchor", "middle")));
        new GridSvg(svg, view).write(grid, geometry.get().panned(x, y));
        svg.close();
    }

    private void write(CellGrid grid, GridGeometry geometry) {
        Surface shapes = new Shapes(svg);
        CellPainter painter = new CellPainter(shapes, view, grid, geometry);
        GridShape shape = grid.shape();
        boolean asPicture = geometry.cell() < CellPainter.SMALLEST || shape.planeSize() > MOST_CELLS;
        for (int plane = 0; plane < shape.planes(); plane++) {
            painter.title(plane);
            if (asPicture) {
                raster(grid, geometry, plane);
                continue;
            }
            for (int cell = 0; cell < shape.planeSize(); cell++) {
                painter.cell(plane, cell);
            }
        }
        OutlinePainter outlines = new OutlinePainter(shapes, geometry, view);
        for (CellRef cell : view.outlined()) {
            outlines.select(cell);
        }
    }

    private void raster(CellGrid grid, GridGeometry geometry, int plane) {
        GridShape shape = grid.shape();
        int[] pixels = new int[shape.planeSize()];
        HeatmapRaster.fill(grid, plane, pixels, view.lookInks());
        Rectangle2D at = new Rectangle2D(
                geometry.planeX(plane),
                geometry.planeY(plane),
                shape.width() * geometry.cell(),
                shape.height() * geometry.cell());
        svg.rect(at, 0, svg.paint("fill", view.paper()));
        svg.image(at, PngEncoder.png(enlarged(shape, pixels)), true);
    }

    /**
     * Cells of several pixels each, as far as that makes no huge picture: some programs smooth pictures, whatever they
     * are told.
     */
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

    private record Shapes(SvgWriter svg, Map<Font, Double> baselines) implements Surface {
        Shapes(SvgWriter svg) {
            this(svg, new HashMap<>());
        }

        @Override
        public void clear(double x, double y, double size) {
            // A picture is drawn once.
        }

        @Override
        public void fill(Paint paint, double x, double y, double size, double arc) {
            svg.rect(new Rectangle2D(x, y, size, size), arc / 2, svg.paint("fill", paint));
        }

        @Override
        public void fillBox(Paint paint, double x, double y, double width, double height) {
            svg.rect(new Rectangle2D(x, y, width, height), 0, svg.paint("fill", paint));
        }

        @Override
        public void fill(Paint ground, Color color, double x, double y, double size, double arc) {
            if (!color.isOpaque()) {
                fill(ground, x, y, size, arc);
            }
            fill(color, x, y, size, arc);
        }

        @Override
        public void frame(Paint paint, double line, double x, double y, double width, double height, double arc) {
            svg.rect(
                    new Rectangle2D(x, y, width, height),
                    arc / 2,
                    attribute("fill", "none"),
                    svg.paint("stroke", paint),
                    line == 1 ? "" : attribute("stroke-width", line));
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
                            number(left),
                            number(base),
                            number(right),
                            number(base),
                            number((left + right) / 2),
                            number(tip));
            svg.element("path", attribute("d", d), svg.paint("fill", paint));
        }

        @Override
        public void text(String text, Type type, Paint ink, double x, double y) {
            boolean isCentred = type.origin() == VPos.CENTER;
            double below = isCentred ? baselines.computeIfAbsent(type.font(), Shapes::belowMiddle) : 0;
            svg.text(
                    text,
                    attribute("x", x),
                    attribute("y", y + below),
                    attribute("font-size", type.size()),
                    type.weight() == FontWeight.BOLD ? attribute("font-weight", "bold") : "",
                    svg.paint("fill", ink));
        }

        /** The distance of the baseline below the middle of a line. */
        private static double belowMiddle(Font font) {
            Text line = new Text("0");
            line.setFont(font);
            return line.getBaselineOffset() - line.getLayoutBounds().getHeight() / 2;
        }
    }
}
