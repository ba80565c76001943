package lossgrid.ui.grid;

import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import lossgrid.ui.session.TextScale;

/** The paints and the size of type of a {@link GridView}, set by the theme's style sheet and nowhere else. Transparent until it has been applied. */
public abstract class GridStyle extends Region {
    private static final StyleablePropertyFactory<GridStyle> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    /** The size of type for which the grid's own measures are meant. */
    private static final double DESIGN_TYPE = TextScale.DESIGN;

    private final StyleableProperty<Paint> darkInk = paint("-grid-dark-ink", style -> style.darkInk);
    private final StyleableProperty<Paint> lightInk = paint("-grid-light-ink", style -> style.lightInk);
    private final StyleableProperty<Paint> titleInk = paint("-grid-title-ink", style -> style.titleInk);
    private final StyleableProperty<Paint> paper = paint("-grid-paper", style -> style.paper);
    private final StyleableProperty<Paint> paperInk = paint("-grid-paper-ink", style -> style.paperInk);
    private final StyleableProperty<Paint> hatch = paint("-grid-hatch", style -> style.hatch);
    private final StyleableProperty<Paint> alarm = paint("-grid-alarm", style -> style.alarm);
    private final StyleableProperty<Paint> alarmInk = paint("-grid-alarm-ink", style -> style.alarmInk);
    private final StyleableProperty<Paint> outline = paint("-grid-outline", style -> style.outline);
    private final StyleableProperty<Paint> halo = paint("-grid-halo", style -> style.halo);
    private final StyleableProperty<Paint> active = paint("-grid-active", style -> style.active);
    private final StyleableProperty<Paint> range = paint("-grid-range", style -> style.range);
    private final StyleableProperty<Paint> rangeBorder = paint("-grid-range-border", style -> style.rangeBorder);

    private final StyleableProperty<Number> type =
            FACTORY.createStyleableNumberProperty(this, "-grid-type", "-grid-type", style -> style.type, DESIGN_TYPE);

    private StyleableProperty<Paint> paint(String name, Function<GridStyle, StyleableProperty<Paint>> of) {
        return FACTORY.createStyleablePaintProperty(this, name, name, of, Color.TRANSPARENT);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    /** All properties, for listening to a change of theme or of the size of type. */
    public final List<StyleableProperty<?>> looks() {
        return List.of(
                darkInk,
                lightInk,
                titleInk,
                paper,
                paperInk,
                hatch,
                alarm,
                alarmInk,
                outline,
                halo,
                active,
                range,
                rangeBorder,
                type);
    }

    /** How much larger than designed type, lines and gaps are. */
    public final double unit() {
        return type.getValue().doubleValue() / DESIGN_TYPE;
    }

    /** Text on a light cell. */
    final Paint darkInk() {
        return darkInk.getValue();
    }

    /** Text on a dark cell. */
    final Paint lightInk() {
        return lightInk.getValue();
    }

    public final Paint titleInk() {
        return titleInk.getValue();
    }

    /** Under cells that are not opaque, and under hatches. */
    public final Paint paper() {
        return paper.getValue();
    }

    final Paint paperInk() {
        return paperInk.getValue();
    }

    /** The lines of an ignored cell. */
    public final Paint hatch() {
        return hatch.getValue();
    }

    /** Under NaN, ∞ and labels that name no class. */
    public final Paint alarm() {
        return alarm.getValue();
    }

    public final Paint alarmInk() {
        return alarmInk.getValue();
    }

    /** Around the selected pixel. */
    public final Paint outlinePaint() {
        return outline.getValue();
    }

    /** Between the outline and the cell, so that it is seen on any colour. */
    public final Paint haloPaint() {
        return halo.getValue();
    }

    /** Around the cell that keys work on. */
    public final Paint activePaint() {
        return active.getValue();
    }

    /** Over the cells of a selected range; lets them shine through. */
    final Paint rangePaint() {
        return range.getValue();
    }

    final Paint rangeBorderPaint() {
        return rangeBorder.getValue();
    }
}
