package lossgrid.ui.grid;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The class that has been picked for painting labels; none outside paint mode. */
public final class Brush {
    private final ObjectProperty<Optional<Integer>> picked = new SimpleObjectProperty<>(Optional.empty());

    public ObjectProperty<Optional<Integer>> pickedProperty() {
        return picked;
    }

    public Optional<Integer> picked() {
        return picked.get();
    }

    /** Picks a class, or ends painting if it is the one picked already. */
    public void toggle(int classIndex) {
        picked.set(picked.get().equals(Optional.of(classIndex)) ? Optional.empty() : Optional.of(classIndex));
    }

    /** Ends painting; false if there was none. */
    boolean drop() {
        boolean painting = picked.get().isPresent();
        picked.set(Optional.empty());
        return painting;
    }

    /** Ends painting with a class that is no more. */
    public void keepBelow(int classes) {
        if (picked.get().filter(c -> c >= classes).isPresent()) {
            picked.set(Optional.empty());
        }
    }
}
