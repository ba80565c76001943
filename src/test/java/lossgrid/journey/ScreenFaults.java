package lossgrid.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import lossgrid.ui.control.PopoverLayer;

/** Texts of a scene that a reader cannot read: shortened with an ellipsis, cut off, or over each other. */
final class ScreenFaults {
    /** Names that a user gives may be shortened; their tooltips have them whole. */
    private static final List<String> MAY_BE_SHORTENED = List.of("lessons", "document-name");
    /** Side bearings and rounding, in units. */
    private static final double TOLERANCE = 1.5;

    /** A text that shows, where in the scene's coordinates, and whether it lies on a popover over the others. */
    private record Shown(Text text, Bounds bounds, boolean isAbove) {
        @Override
        public String toString() {
            return "“" + text.getText().strip() + "”";
        }
    }

    private final Bounds window;
    private final List<String> found = new ArrayList<>();
    private final List<Shown> texts = new ArrayList<>();

    private ScreenFaults(double width, double height) {
        window = new BoundingBox(0, 0, width, height);
    }

    /** The faults of everything that shows below {@code root}, which has been laid out. */
    static List<String> of(Parent root) {
        ScreenFaults faults =
                new ScreenFaults(root.getScene().getWidth(), root.getScene().getHeight());
        faults.visit(root, faults.window, false, false);
        faults.overlaps();
        return faults.found;
    }

    /**
     * @param visible the part of the scene in which the node can be seen
     * @param isScrolled whether what reaches beyond that can be scrolled to
     * @param isAbove whether it is on a popover
     */
    private void visit(Node node, Bounds visible, boolean isScrolled, boolean isAbove) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Text text) {
            show(text, visible, isScrolled, isAbove);
            return;
        }
        if (node instanceof Labeled labeled) {
            shortened(labeled);
        }
        if (node instanceof Parent parent) {
            boolean scrolls = isScrolled || node instanceof ScrollPane || node instanceof TextInputControl;
            Bounds within = node.getClip() instanceof Rectangle
                    ? intersection(visible, onScene(node.getClip(), node))
                    : visible;
            boolean above = isAbove || node instanceof PopoverLayer;
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, within, scrolls, above));
        }
    }

    private static Bounds onScene(Node clip, Node clipped) {
        return clipped.localToScene(clip.getBoundsInParent());
    }

    private static Bounds intersection(Bounds a, Bounds b) {
        double left = Math.max(a.getMinX(), b.getMinX());
        double top = Math.max(a.getMinY(), b.getMinY());
        return new BoundingBox(
                left,
                top,
                Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - left),
                Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - top));
    }

    private void shortened(Labeled labeled) {
        String whole = Objects.requireNonNullElse(labeled.getText(), "");
        if (MAY_BE_SHORTENED.contains(String.valueOf(labeled.getId()))) {
            return;
        }
        labeled.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .filter(Node::isVisible)
                .map(child -> ((Text) child).getText())
                .filter(text -> !text.equals(whole) && text.length() < whole.length() && !whole.contains("_" + text))
                .forEach(text -> found.add("“" + whole + "” is shortened to “" + text + "”"));
    }

    private void show(Text text, Bounds visible, boolean isScrolled, boolean isAbove) {
        if (text.getText().isBlank()) {
            return;
        }
        Bounds bounds = text.localToScene(text.getLayoutBounds());
        if (!isScrolled && !contains(visible, bounds)) {
            found.add(new Shown(text, bounds, isAbove) + " is cut: " + brief(bounds) + " in " + brief(visible));
        }
        Bounds seen = intersection(visible, bounds);
        if (seen.getWidth() > TOLERANCE && seen.getHeight() > TOLERANCE) {
            texts.add(new Shown(text, seen, isAbove));
        }
    }

    private static boolean contains(Bounds outer, Bounds inner) {
        return inner.getMinX() >= outer.getMinX() - TOLERANCE
                && inner.getMaxX() <= outer.getMaxX() + TOLERANCE
                && inner.getMinY() >= outer.getMinY() - TOLERANCE
                && inner.getMaxY() <= outer.getMaxY() + TOLERANCE;
    }

    private static String brief(Bounds bounds) {
        return "[%.0f, %.0f to %.0f, %.0f]"
                .formatted(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
    }

    /** Descenders and ascenders of neighbouring lines may touch. */
    private void overlaps() {
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                Bounds common = intersection(texts.get(i).bounds(), texts.get(j).bounds());
                double lower = Math.min(
                        texts.get(i).bounds().getHeight(), texts.get(j).bounds().getHeight());
                boolean isSameLayer = texts.get(i).isAbove() == texts.get(j).isAbove();
                if (isSameLayer && common.getWidth() > TOLERANCE && common.getHeight() > lower / 3) {
                    found.add(texts.get(i) + " overlaps " + texts.get(j) + " by " + brief(common));
                }
            }
        }
    }
}
