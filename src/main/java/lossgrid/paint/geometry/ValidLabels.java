package lossgrid.paint.geometry;

import java.util.OptionalLong;

/**
 * The labels that are classes or ignored.
 *
 * @param classes their number; numbers from 0 to below this are classes, or lie between two
 * @param ignored the label of ignored pixels, if any are ignored
 */
public record ValidLabels(int classes, OptionalLong ignored) {
    /** Valid labels without ignored pixels. */
    public static ValidLabels of(int classes) {
        return new ValidLabels(classes, OptionalLong.empty());
    }

    public CellLook look(double label) {
        if (ignored.isPresent() && label == ignored.getAsLong()) {
            return CellLook.IGNORED;
        }
        CellLook look = CellLook.of(label);
        return look == CellLook.ORDINARY && !(label >= 0 && label <= classes - 1) ? CellLook.NO_CLASS : look;
    }
}
