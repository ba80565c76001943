package lossgrid.ui.control;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Shows one small pane at a time over the workbench, beside the node that it belongs to. It is in the same scene, so
 * that shortcuts keep working. It is closed by Escape, by a press elsewhere, and when the focus moves elsewhere.
 */
public final class PopoverLayer extends Region {
    private static final double GAP = 6;
    private static final double MARGIN = 8;

    private final StackPane frame = new StackPane();
    private @Nullable Node anchor;
    private @Nullable Region content;

    public PopoverLayer() {
        frame.getStyleClass().add("popover-frame");
        frame.setId("popover");
        frame.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        setManaged(false);
        setPickOnBounds(false);
        // The shadow does not receive presses.
        frame.setPickOnBounds(false);
        frame.setVisible(false);
        getChildren().add(frame);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> leaveFor(event.getTarget()));
                scene.focusOwnerProperty().subscribe(this::leaveFor);
            }
        });
    }

    /** The pane that is shown, if any. */
    Optional<Region> shown() {
        return Optional.ofNullable(content);
    }

    /** Shows {@code pane} below or above {@code beside}, or closes it if it is shown already. */
    public void toggle(Node beside, Region pane) {
        if (pane.equals(content)) {
            close();
            return;
        }
        anchor = beside;
        content = pane;
        frame.getChildren().setAll(pane);
        frame.setVisible(true);
        requestLayout();
        applyCss();
        layout();
        firstFocusable(pane).ifPresent(Node::requestFocus);
    }

    /** Closes the pane and gives the focus back to the node that it belongs to. */
    public void close() {
        Node back = anchor;
        if (content != null && back != null) {
            back.requestFocus();
        }
        hide();
    }

    private void hide() {
        anchor = null;
        content = null;
        frame.setVisible(false);
        frame.getChildren().clear();
    }

    private void leaveFor(@Nullable Object target) {
        if (content != null && target instanceof Node node && !isWithin(node, frame) && !isWithin(node, anchor)) {
            // The focus stays with the node that was pressed.
            Node owner = getScene().getFocusOwner();
            if (owner != null && isWithin(owner, frame)) {
                getScene().getRoot().requestFocus();
            }
            hide();
        }
    }

    private static boolean isWithin(Node node, @Nullable Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> firstFocusable(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child.isFocusTraversable() && !child.isDisabled() && child.isVisible()) {
                return Optional.of(child);
            }
            if (child instanceof Parent inner) {
                Optional<Node> found = firstFocusable(inner);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    protected void layoutChildren() {
        Node beside = anchor;
        if (beside == null || beside.getScene() == null) {
            return;
        }
        Bounds at = sceneToLocal(beside.localToScene(beside.getBoundsInLocal()));
        double width = Math.min(frame.prefWidth(-1), getWidth() - 2 * MARGIN);
        double height = Math.min(frame.prefHeight(width), getHeight() - 2 * MARGIN);
        double below = at.getMaxY() + GAP;
        boolean fitsBelow = below + height <= getHeight() - MARGIN;
        boolean fitsAbove = at.getMinY() - GAP - height >= MARGIN;
        double y = fitsBelow ? below : fitsAbove ? at.getMinY() - GAP - height : getHeight() - MARGIN - height;
        double x = Math.clamp(at.getMinX(), MARGIN, Math.max(MARGIN, getWidth() - MARGIN - width));
        frame.resizeRelocate(Math.floor(x), Math.floor(y), Math.ceil(width), Math.ceil(height));
    }
}
