package lossgrid.ui.keys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** The parts of the window that F6 cycles through; each restores the focus where it was last. */
public final class FocusRegions {
    private final Supplier<List<Parent>> parts;
    private final Map<Parent, Node> lastFocused = new HashMap<>();

    /** The parts in the order of F6; others may be added later. */
    public FocusRegions(Supplier<List<Parent>> parts) {
        this.parts = parts;
    }

    /** Remembers the last focused node of each part. */
    public void follow(Scene scene) {
        scene.focusOwnerProperty().subscribe(owner -> {
            int at = indexOf(owner);
            if (owner != null && at >= 0) {
                lastFocused.put(parts.get().get(at), owner);
            }
        });
    }

    /** Moves the focus to the next part that can take it, or for −1 to the one before. */
    public void move(Scene scene, int by) {
        int at = indexOf(scene.getFocusOwner());
        int from = at < 0 && by < 0 ? 0 : at;
        List<Parent> regions = parts.get();
        for (int i = 1; i <= regions.size(); i++) {
            Parent region = regions.get(Math.floorMod(from + by * i, regions.size()));
            Optional<Node> target = isShown(region) ? target(region) : Optional.empty();
            if (target.isPresent()) {
                target.get().requestFocus();
                return;
            }
        }
    }

    private int indexOf(@Nullable Node node) {
        List<Parent> regions = parts.get();
        for (Node up = node; up != null; up = up.getParent()) {
            if (up instanceof Parent parent && regions.contains(parent)) {
                return regions.indexOf(parent);
            }
        }
        return -1;
    }

    private Optional<Node> target(Parent region) {
        return Optional.ofNullable(lastFocused.get(region))
                .filter(last -> takesFocus(last) && last.getScene() != null && isShown(last))
                .or(() -> firstIn(region));
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean takesFocus(Node node) {
        return node.isFocusTraversable() && node.isVisible() && !node.isDisabled();
    }

    private static Optional<Node> firstIn(Node node) {
        if (!node.isVisible()) {
            return Optional.empty();
        }
        if (takesFocus(node)) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> firstIn(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
