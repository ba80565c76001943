package lossgrid.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keyboard where the user is when what was pressed goes or is disabled: JavaFX would give it to the next tab
 * stop, or to the first of the window.
 */
public final class FocusKeeper {
    private FocusKeeper() {}

    /** Enables a node or disables it; the first of its successors that is enabled then gets the focus that it had. */
    public static void disable(Node node, boolean isDisabled, Node... successors) {
        if (isDisabled && node.isFocused()) {
            Stream.of(successors)
                    .filter(next -> !next.isDisabled() && next.isVisible())
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
        node.setDisable(isDisabled);
    }

    /**
     * Replaces the children of a pane. If one of them had the focus, then the node with the same id, or else what is in
     * the same place, gets it.
     */
    public static void replace(Pane pane, List<? extends Node> children) {
        @Nullable Node owner = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        int place = owner == null ? -1 : placeOf(pane, owner);
        pane.getChildren().setAll(children);
        if (owner == null || place < 0 || children.isEmpty()) {
            return;
        }
        Node there = children.get(Math.min(place, children.size() - 1));
        @Nullable Node same = owner.getId() == null ? null : pane.lookup("#" + owner.getId());
        Optional.ofNullable(same).or(() -> firstFocusable(there)).orElse(there).requestFocus();
    }

    private static int placeOf(Pane pane, Node owner) {
        Node at = owner;
        while (at.getParent() != null && !at.getParent().equals(pane)) {
            at = at.getParent();
        }
        return pane.getChildren().indexOf(at);
    }

    private static Optional<Node> firstFocusable(Node node) {
        if (node.isFocusTraversable() && !node.isDisabled() && node.isVisible()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> firstFocusable(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
