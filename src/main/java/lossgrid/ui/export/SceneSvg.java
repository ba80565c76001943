package lossgrid.ui.export;

import static lossgrid.ui.export.SvgWriter.attribute;
import static lossgrid.ui.export.SvgWriter.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import lossgrid.ui.control.PngEncoder;
import lossgrid.ui.formula.FormulaView;
import lossgrid.ui.grid.GridView;

/**
 * Writes what a laid-out scene shows as SVG: backgrounds, borders, texts and grids as shapes, other canvases as
 * pictures. Paints are the ones that the style sheets have given, so the theme is the scene's.
 */
final class SceneSvg {
    private final SvgWriter svg;
    private final Rectangle2D view;
    private final double resolution;

    private SceneSvg(SvgWriter svg, Rectangle2D view, double resolution) {
        this.svg = svg;
        this.view = view;
        this.resolution = resolution;
    }

    /**
     * The part of {@code root} that lies in {@code view}, in root's parent's coordinates.
     *
     * @param resolution pixels a unit of what can only be a picture
     */
    static void write(SvgWriter svg, Node root, Rectangle2D view, double resolution) {
        new SceneSvg(svg, view, resolution).node(root, -view.getMinX(), -view.getMinY());
    }

    /** @param dx where the parent's origin lies */
    private void node(Node node, double dx, double dy) {
        if (!node.isVisible() || node.getOpacity() <= 0 || isOutside(node, dx, dy)) {
            return;
        }
        Transform transform = node.getLocalToParentTransform();
        boolean isMove = transform.getMxx() == 1
                && transform.getMyy() == 1
                && transform.getMxy() == 0
                && transform.getMyx() == 0;
        double x = isMove ? dx + transform.getTx() : 0;
        double y = isMove ? dy + transform.getTy() : 0;
        List<String> group = new ArrayList<>();
        if (!isMove && !(node instanceof Canvas)) {
            group.add(attribute("transform", matrix(transform, dx, dy)));
        }
        if (node.getOpacity() < 1) {
            group.add(attribute("opacity", node.getOpacity()));
        }
        clipOf(node, x, y).map(svg::clip).ifPresent(group::add);
        if (!group.isEmpty()) {
            svg.open(group);
        }
        content(node, x, y, dx, dy);
        if (!group.isEmpty()) {
            svg.close();
        }
    }

    /** Nothing that lies wholly outside the picture is written; only where no matrix has changed the coordinates. */
    private boolean isOutside(Node node, double dx, double dy) {
        Bounds bounds = node.getBoundsInParent();
        return bounds.isEmpty()
                || bounds.getMaxX() + dx <= 0
                || bounds.getMaxY() + dy <= 0
                || bounds.getMinX() + dx >= view.getWidth()
                || bounds.getMinY() + dy >= view.getHeight();
    }

    private static String matrix(Transform at, double dx, double dy) {
        return "matrix(" + number(at.getMxx()) + " " + number(at.getMyx()) + " " + number(at.getMxy()) + " "
                + number(at.getMyy()) + " " + number(dx + at.getTx()) + " " + number(dy + at.getTy()) + ")";
    }

    private static Optional<Rectangle2D> clipOf(Node node, double x, double y) {
        return Optional.ofNullable(node.getClip()).map(clip -> {
            Bounds bounds = clip.getBoundsInParent();
            return new Rectangle2D(x + bounds.getMinX(), y + bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
        });
    }

    private void content(Node node, double x, double y, double dx, double dy) {
        switch (node) {
            case GridView grid -> GridSvg.write(svg, grid, x, y);
            case FormulaView formula when !formula.painted().isEmpty() -> FormulaSvg.write(svg, formula, x, y);
            case Region region -> {
                new RegionSvg(svg, region, x, y).write();
                children(region, x, y);
            }
            case Parent parent -> children(parent, x, y);
            case Text text -> SvgText.write(svg, text, x, y);
            case Canvas _, ImageView _ -> picture(node, dx, dy);
            case Shape shape -> shape(shape, x, y, dx, dy);
            default -> picture(node, dx, dy);
        }
    }

    private void children(Parent parent, double x, double y) {
        parent.getChildrenUnmodifiable().forEach(child -> node(child, x, y));
    }

    private void shape(Shape shape, double x, double y, double dx, double dy) {
        String fill = shape.getFill() == null ? attribute("fill", "none") : svg.paint("fill", shape.getFill());
        String stroke = shape.getStroke() == null
                ? ""
                : svg.paint("stroke", shape.getStroke()) + " " + attribute("stroke-width", shape.getStrokeWidth());
        switch (shape) {
            case Rectangle at ->
                svg.rect(
                        new Rectangle2D(x + at.getX(), y + at.getY(), at.getWidth(), at.getHeight()),
                        at.getArcWidth() / 2,
                        fill,
                        stroke);
            case Line at ->
                svg.element(
                        "line",
                        attribute("x1", x + at.getStartX()),
                        attribute("y1", y + at.getStartY()),
                        attribute("x2", x + at.getEndX()),
                        attribute("y2", y + at.getEndY()),
                        stroke);
            case Circle at ->
                svg.element(
                        "circle",
                        attribute("cx", x + at.getCenterX()),
                        attribute("cy", y + at.getCenterY()),
                        attribute("r", at.getRadius()),
                        fill,
                        stroke);
            case Polyline line ->
                svg.element(
                        "polyline",
                        attribute("points", points(line, x, y)),
                        attribute("stroke-linejoin", "round"),
                        fill,
                        stroke);
            case SVGPath path ->
                svg.element(
                        "path",
                        attribute("d", path.getContent()),
                        attribute("transform", "translate(" + number(x) + " " + number(y) + ")"),
                        fill,
                        stroke);
            default -> picture(shape, dx, dy);
        }
    }

    private static String points(Polyline line, double x, double y) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i + 1 < line.getPoints().size(); i += 2) {
            points.add(number(x + line.getPoints().get(i)) + ","
                    + number(y + line.getPoints().get(i + 1)));
        }
        return String.join(" ", points);
    }

    /** A node of a kind that has no form in SVG, such as a formula on a canvas. */
    private void picture(Node node, double dx, double dy) {
        Bounds bounds = node.getBoundsInParent();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(resolution, resolution));
        svg.image(
                new Rectangle2D(dx + bounds.getMinX(), dy + bounds.getMinY(), bounds.getWidth(), bounds.getHeight()),
                PngEncoder.png(PngEncoder.buffered(node.snapshot(parameters, null))),
                false);
    }
}
