package lossgrid.ui.doctor;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import lossgrid.paint.mask.MaskColors;
import lossgrid.ui.grid.CellStrip;
import org.jspecify.annotations.Nullable;

/** The share of one value in a mask, as a bar that looks as the value's pixels do. */
final class ValueBar extends Region {
    private static final PseudoClass TOGETHER = PseudoClass.getPseudoClass("together");
    private static final double LEAST = 3;

    private final Region bar = new Region();
    private final double share;

    /** @param tint the value's; null for several values together */
    ValueBar(double share, MaskColors.@Nullable Tint tint, double resolution) {
        this.share = share;
        getStyleClass().add("value-track");
        bar.getStyleClass().add("value-bar");
        bar.pseudoClassStateChanged(TOGETHER, tint == null);
        if (tint != null) {
            getChildren().add(new CellStrip(tint, resolution));
        }
        getChildren().add(bar);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.clamp(Math.rint(getWidth() * share), LEAST, Math.max(LEAST, getWidth()));
        getChildren().forEach(child -> child.resizeRelocate(0, 0, width, getHeight()));
    }
}
