package lossgrid.ui.control;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tooltip;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Shows one small pane at a time over the workbench, beside the node that it belongs to. It is in the same scene, so
 * that shortcuts keep working. It is closed by Escape, by a press elsewhere, and when the focus moves elsewhere;
 * while a list or a colour picker is open in it, Escape closes that alone.
 */
public final class PopoverLayer extends Region {
    private static final double GAP = 6;
    private static final double MARGIN = 8;

    private final StackPane frame = new StackPane();
    private @Nullable Node anchor;
    private @Nullable Region content;
    /** Whether the event under way, which comes to this layer after its popups, has closed one of them. */
    private boolean isPopupClosed;

    private final ListChangeListener<Window> popups = this::followPopups;

    public PopoverLayer() {
        frame.getStyleClass().add("popover-frame");
        frame.setId("popover");
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        setManaged(false);
        setPickOnBounds(false);
        // The shadow does not receive presses.
        frame.setPickOnBounds(false);
        frame.setVisible(false);
        getChildren().add(frame);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> leaveFor(event.getTarget()));
                scene.addEventFilter(InputEvent.ANY, this::noteOther);
                scene.focusOwnerProperty().subscribe(this::leaveFor);
            }
        });
    }

    private void followPopups(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            for (Window closed : change.getRemoved()) {
                // That of a colour picker does not say which node it belongs to.
                isPopupClosed |= closed instanceof PopupWindow && !(closed instanceof Tooltip);
            }
        }
    }

    /** What any other event has closed is past when Escape is pressed. */
    private void noteOther(InputEvent event) {
        if (!isEscape(event)) {
            isPopupClosed = false;
        }
    }

    private static boolean isEscape(InputEvent event) {
        return event instanceof KeyEvent key
                && key.getEventType() == KeyEvent.KEY_PRESSED
                && key.getCode() == KeyCode.ESCAPE;
    }

    private void escape(KeyEvent event) {
        if (isEscape(event)) {
            // A combo box hands the key that has closed its list on to its parents, as well as letting it through.
            if (!isPopupClosed) {
                close();
            }
            event.consume();
        }
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
        if (content == null) {
            // Only meanwhile, since the list outlives every window.
            Window.getWindows().addListener(popups);
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
        Window.getWindows().removeListener(popups);
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
