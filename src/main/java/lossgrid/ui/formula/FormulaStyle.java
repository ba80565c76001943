package lossgrid.ui.formula;

import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import lossgrid.model.derivation.Derivation;
import lossgrid.ui.session.TextScale;

/** The paints and the font size of a {@link FormulaView}, set only by the theme's style sheet. */
public abstract class FormulaStyle extends Region {
    private static final StyleablePropertyFactory<FormulaStyle> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Paint> ink = paint("-formula-ink", style -> style.ink);
    private final StyleableProperty<Paint> selected = paint("-formula-selected", style -> style.selected);
    private final StyleableProperty<Paint> target = paint("-formula-target", style -> style.target);
    private final StyleableProperty<Paint> result = paint("-formula-result", style -> style.result);
    private final StyleableProperty<Paint> mark = paint("-formula-mark", style -> style.mark);

    private final StyleableProperty<Number> type = FACTORY.createStyleableNumberProperty(
            this, "-formula-type", "-formula-type", style -> style.type, TextScale.DESIGN);

    private StyleableProperty<Paint> paint(String name, Function<FormulaStyle, StyleableProperty<Paint>> of) {
        return FACTORY.createStyleablePaintProperty(this, name, name, of, Color.TRANSPARENT);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    /** All paint properties, for listening to a change of theme. */
    final List<StyleableProperty<Paint>> paints() {
        return List.of(ink, selected, target, result, mark);
    }

    final StyleableProperty<Number> type() {
        return type;
    }

    /** The scale of formulas relative to their design. */
    final double unit() {
        return type.getValue().doubleValue() / TextScale.DESIGN;
    }

    public final Paint inkOf(Derivation.Role role) {
        return switch (role) {
            case PLAIN -> ink.getValue();
            case SELECTED -> selected.getValue();
            case TARGET -> target.getValue();
            case RESULT -> result.getValue();
        };
    }

    /** The paint behind a term whose cells are under the pointer. */
    final Paint markPaint() {
        return mark.getValue();
    }
}
