package lossgrid.ui.doctor;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.mask.MaskColors;
import lossgrid.ui.control.Colors;
import org.jspecify.annotations.Nullable;

/** The share of one value in a mask, as a bar in the value's colour. */
final class ValueBar extends Region {
    private static final PseudoClass TOGETHER = PseudoClass.getPseudoClass("together");
    private static final double CORNER = 3;
    private static final double LEAST = 3;

    private final Region bar = new Region();
    private final double share;

    /** @param tint the value's; null for several values together */
    ValueBar(double share, MaskColors.@Nullable Tint tint) {
        this.share = share;
        getStyleClass().add("value-track");
        bar.getStyleClass().add("value-bar");
        bar.pseudoClassStateChanged(TOGETHER, tint == null || tint.look() != CellLook.ORDINARY);
        if (tint != null && tint.look() == CellLook.ORDINARY) {
            bar.setBackground(new Background(
                    new BackgroundFill(Colors.opaque(tint.argb()), new CornerRadii(CORNER), Insets.EMPTY)));
        }
        getChildren().add(bar);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.clamp(Math.rint(getWidth() * share), LEAST, Math.max(LEAST, getWidth()));
        bar.resizeRelocate(0, 0, width, getHeight());
    }
}
