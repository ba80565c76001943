package lossgrid.ui.doctor;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import lossgrid.paint.mask.CropProposal;
import lossgrid.paint.mask.ValueRows;

/**
 * State that the parts of the label column share: the mask, the pixels of it that are pointed at, and the window to
 * crop.
 */
final class MaskState {
    private final ObjectProperty<Optional<MaskPicture>> picture = new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty plane = new SimpleIntegerProperty();
    private final ObjectProperty<Optional<ValueRows.Row>> picked = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<BitSet>> marked = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<OptionalInt> hovered = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<Optional<CropProposal>> crop = new SimpleObjectProperty<>(Optional.empty());

    ObjectProperty<Optional<MaskPicture>> pictureProperty() {
        return picture;
    }

    Optional<MaskPicture> picture() {
        return picture.get();
    }

    /** The plane that shows. */
    IntegerProperty planeProperty() {
        return plane;
    }

    int plane() {
        return plane.get();
    }

    /** The values whose places show. */
    ObjectProperty<Optional<ValueRows.Row>> pickedProperty() {
        return picked;
    }

    /** Pixels of the raw labels that something else points at; they come before the values picked. */
    ObjectProperty<Optional<BitSet>> markedProperty() {
        return marked;
    }

    /** The pixel under the pointer or the keyboard's mark, counted through all planes. */
    ObjectProperty<OptionalInt> hoveredProperty() {
        return hovered;
    }

    /** The window to take into the grid; empty while the crop tool is off. */
    ObjectProperty<Optional<CropProposal>> cropProperty() {
        return crop;
    }

    /** Shows other labels: what pointed at the old ones goes. */
    void show(Optional<MaskPicture> shown) {
        boolean isSame = shown.map(MaskPicture::codes).equals(picture.get().map(MaskPicture::codes));
        if (!isSame) {
            picked.set(Optional.empty());
            marked.set(Optional.empty());
            hovered.set(OptionalInt.empty());
            crop.set(Optional.empty());
            int planes = shown.map(now -> now.codes().shape().planes()).orElse(1);
            plane.set(Math.clamp(plane.get(), 0, Math.max(planes - 1, 0)));
        }
        picture.set(shown);
    }

    void turnPlane(int by) {
        picture.get()
                .ifPresent(shown -> plane.set(
                        Math.clamp(plane.get() + by, 0, shown.codes().shape().planes() - 1)));
    }

    /** Picks the values of a row, or none if they are picked already. */
    void toggle(ValueRows.Row row) {
        marked.set(Optional.empty());
        picked.set(picked.get().equals(Optional.of(row)) ? Optional.empty() : Optional.of(row));
    }

    /** Whether a pixel of the whole mask is pointed at; all are when nothing is. */
    IntPredicate lit() {
        if (marked.get().isPresent()) {
            return marked.get().get()::get;
        }
        if (picked.get().isEmpty() || picture.get().isEmpty()) {
            return _ -> true;
        }
        BitSet codes = new BitSet();
        picked.get().get().codes().forEach(codes::set);
        var mask = picture.get().get().codes();
        return i -> codes.get(mask.code(i));
    }

    /** Proposes the window in which there is most to see, or puts the crop tool away. */
    void toggleCrop() {
        crop.set(crop.get().isPresent() ? Optional.empty() : propose(CropProposal.USUAL));
    }

    Optional<CropProposal> propose(int size) {
        return picture.get().map(shown -> CropProposal.busiest(shown.codes(), plane(), size, lit()));
    }

    /** Takes a window, moved and cut so that it lies within the mask. */
    void setCrop(CropProposal window) {
        picture.get().ifPresent(shown -> {
            var shape = shown.codes().shape();
            crop.set(Optional.of(window.within(shape.height(), shape.width())));
        });
    }
}
