package lossgrid.ui.grid;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import lossgrid.paint.geometry.LookInks;
import lossgrid.ui.control.Colors;
import lossgrid.ui.session.TextScale;

/**
 * The paints and the size of type of a {@link GridView}, set by the theme's style sheet and nowhere else. Transparent
 * until it has been applied.
 */
public abstract class GridStyle extends Region {
    private static final StyleablePropertyFactory<GridStyle> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    /** The size of type for which the grid's own measures are meant. */
    private static final double DESIGN_TYPE = TextScale.DESIGN;

    private final Map<GridPaint, StyleableProperty<Paint>> paints = new EnumMap<>(GridPaint.class);
    private final StyleableProperty<Number> type =
            FACTORY.createStyleableNumberProperty(this, "-grid-type", "-grid-type", style -> style.type, DESIGN_TYPE);

    protected GridStyle() {
        for (GridPaint paint : GridPaint.values()) {
            String name = paint.property();
            paints.put(
                    paint,
                    FACTORY.createStyleablePaintProperty(
                            this, name, name, style -> style.property(paint), Color.TRANSPARENT));
        }
    }

    private StyleableProperty<Paint> property(GridPaint paint) {
        return Objects.requireNonNull(paints.get(paint));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    /** Does something whenever the theme or the size of type changes. */
    protected final void onLookChange(Runnable action) {
        paints.values().forEach(paint -> ((ObservableValue<?>) paint).subscribe(action));
        ((ObservableValue<?>) type).subscribe(action);
    }

    /** The factor by which type, lines and gaps are larger than designed. */
    public final double unit() {
        return type.getValue().doubleValue() / DESIGN_TYPE;
    }

    public final Paint paint(GridPaint paint) {
        return property(paint).getValue();
    }

    public final Paint paper() {
        return paint(GridPaint.PAPER);
    }

    /** The colours of looks where cells are too small for glyphs. */
    public final LookInks lookInks() {
        return new LookInks(
                argb(GridPaint.PAPER), argb(GridPaint.HATCH), argb(GridPaint.ALARM), argb(GridPaint.ALARM_INK));
    }

    private int argb(GridPaint name) {
        return paint(name) instanceof Color color ? Colors.argb(color) : 0;
    }
}
