package lossgrid.ui.control;

import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Chooses one index of a dimension. Hidden while there is only one. */
public final class PlaneChooser extends ComboBox<Integer> {
    private final Runnable chosen;
    private boolean isShowing;
    private int wanted;

    /**
     * A chooser with index 0 selected.
     *
     * @param dim the dimension's name
     * @param chosen called when the user has chosen another index
     */
    public PlaneChooser(String dim, String id, Runnable chosen) {
        this.chosen = chosen;
        setId(id);
        getStyleClass().add("mono");
        setAccessibleText(dim);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer index) {
                return index == null ? "" : dim + "=" + index;
            }

            @Override
            public Integer fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        valueProperty().subscribe(index -> {
            if (index != null && !isShowing) {
                wanted = index;
                this.chosen.run();
            }
        });
    }

    public int chosen() {
        return wanted;
    }

    /** Chooses an index, which the next {@link #show} keeps if it exists. */
    public void choose(int index) {
        wanted = index;
    }

    /** Offers the indices below {@code size}. */
    public void show(int size) {
        isShowing = true;
        wanted = Math.clamp(wanted, 0, size - 1);
        if (getItems().size() != size) {
            getItems().setAll(IntStream.range(0, size).boxed().toList());
        }
        setValue(wanted);
        isShowing = false;
        SectionNodes.show(this, size > 1);
    }
}
