package lossgrid.ui.export;

import static lossgrid.ui.export.SvgWriter.attribute;
import static lossgrid.ui.export.SvgWriter.number;

import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;

/** The background and border of one region as SVG. */
final class RegionSvg {
    private final SvgWriter svg;
    private final Region region;
    private final double x;
    private final double y;

    RegionSvg(SvgWriter svg, Region region, double x, double y) {
        this.svg = svg;
        this.region = region;
        this.x = x;
        this.y = y;
    }

    void write() {
        if (region.getBackground() != null) {
            region.getBackground().getFills().forEach(this::fill);
        }
        if (region.getBorder() != null && region.getShape() == null) {
            region.getBorder().getStrokes().forEach(this::stroke);
        }
    }

    private Rectangle2D inside(Insets insets) {
        return new Rectangle2D(
                x + insets.getLeft(),
                y + insets.getTop(),
                Math.max(0, region.getWidth() - insets.getLeft() - insets.getRight()),
                Math.max(0, region.getHeight() - insets.getTop() - insets.getBottom()));
    }

    private void fill(BackgroundFill fill) {
        Rectangle2D at = inside(fill.getInsets());
        // A shape that is not stretched is drawn even by a region without any size.
        boolean isEmpty = at.getWidth() == 0 || at.getHeight() == 0;
        if (isInvisible(fill.getFill()) || (isEmpty && (region.getShape() == null || region.isScaleShape()))) {
            return;
        }
        String paint = svg.paint("fill", fill.getFill());
        if (region.getShape() instanceof SVGPath path) {
            shaped(path, at, paint);
        } else if (fill.getRadii().isUniform()) {
            svg.rect(at, fill.getRadii().getTopLeftHorizontalRadius(), paint);
        } else {
            svg.element("path", attribute("d", outline(at, fill.getRadii())), paint);
        }
    }

    private static boolean isInvisible(Paint paint) {
        return paint instanceof Color color && color.getOpacity() == 0;
    }

    /** The region's shape, stretched over it or centred in it. */
    private void shaped(SVGPath path, Rectangle2D at, String paint) {
        Bounds bounds = path.getLayoutBounds();
        double sx = region.isScaleShape() ? at.getWidth() / bounds.getWidth() : 1;
        double sy = region.isScaleShape() ? at.getHeight() / bounds.getHeight() : 1;
        double left = at.getMinX() + (at.getWidth() - sx * bounds.getWidth()) / 2 - sx * bounds.getMinX();
        double top = at.getMinY() + (at.getHeight() - sy * bounds.getHeight()) / 2 - sy * bounds.getMinY();
        svg.element(
                "path",
                attribute("d", path.getContent()),
                attribute(
                        "transform",
                        "translate(" + number(left) + " " + number(top) + ") scale(" + number(sx) + " " + number(sy)
                                + ")"),
                paint);
    }

    /** A rectangle whose corners differ. */
    private static String outline(Rectangle2D at, CornerRadii radii) {
        double most = Math.min(at.getWidth(), at.getHeight()) / 2;
        double tl = Math.min(most, radii.getTopLeftHorizontalRadius());
        double tr = Math.min(most, radii.getTopRightHorizontalRadius());
        double br = Math.min(most, radii.getBottomRightHorizontalRadius());
        double bl = Math.min(most, radii.getBottomLeftHorizontalRadius());
        return "M" + number(at.getMinX() + tl) + " " + number(at.getMinY())
                + "H" + number(at.getMaxX() - tr) + corner(tr, tr, tr)
                + "V" + number(at.getMaxY() - br) + corner(br, -br, br)
                + "H" + number(at.getMinX() + bl) + corner(bl, -bl, -bl)
                + "V" + number(at.getMinY() + tl) + corner(tl, tl, -tl) + "Z";
    }

    private static String corner(double radius, double dx, double dy) {
        String r = number(radius);
        return radius == 0 ? "" : "a" + r + " " + r + " 0 0 1 " + number(dx) + " " + number(dy);
    }

    private void stroke(BorderStroke stroke) {
        Rectangle2D at = inside(stroke.getInsets());
        BorderWidths widths = stroke.getWidths();
        boolean even = stroke.isStrokeUniform()
                && widths.getTop() == widths.getBottom()
                && widths.getLeft() == widths.getRight()
                && widths.getTop() == widths.getLeft();
        if (even) {
            frame(stroke, at, widths.getTop());
            return;
        }
        side(stroke.getTopStroke(), stroke.getTopStyle(), at.getMinX(), at.getMinY(), at.getWidth(), widths.getTop());
        side(
                stroke.getBottomStroke(),
                stroke.getBottomStyle(),
                at.getMinX(),
                at.getMaxY() - widths.getBottom(),
                at.getWidth(),
                widths.getBottom());
        side(
                stroke.getLeftStroke(),
                stroke.getLeftStyle(),
                at.getMinX(),
                at.getMinY(),
                widths.getLeft(),
                at.getHeight());
        side(
                stroke.getRightStroke(),
                stroke.getRightStyle(),
                at.getMaxX() - widths.getRight(),
                at.getMinY(),
                widths.getRight(),
                at.getHeight());
    }

    private void frame(BorderStroke stroke, Rectangle2D at, double width) {
        BorderStrokeStyle style = stroke.getTopStyle();
        if (width == 0
                || isNone(style)
                || isInvisible(stroke.getTopStroke())
                || at.getWidth() < width
                || at.getHeight() < width) {
            return;
        }
        String dashes = style.getDashArray().stream().map(SvgWriter::number).collect(Collectors.joining(" "));
        svg.rect(
                new Rectangle2D(
                        at.getMinX() + width / 2,
                        at.getMinY() + width / 2,
                        at.getWidth() - width,
                        at.getHeight() - width),
                Math.max(0, stroke.getRadii().getTopLeftHorizontalRadius() - width / 2),
                attribute("fill", "none"),
                svg.paint("stroke", stroke.getTopStroke()),
                attribute("stroke-width", width),
                dashes.isEmpty() ? "" : attribute("stroke-dasharray", dashes));
    }

    private void side(Paint paint, BorderStrokeStyle style, double left, double top, double width, double height) {
        if (width > 0 && height > 0 && !isNone(style) && !isInvisible(paint)) {
            svg.rect(new Rectangle2D(left, top, width, height), 0, svg.paint("fill", paint));
        }
    }

    @SuppressWarnings("ReferenceEquality") // JavaFX's own mark for no border.
    private static boolean isNone(BorderStrokeStyle style) {
        return style == BorderStrokeStyle.NONE;
    }
}
