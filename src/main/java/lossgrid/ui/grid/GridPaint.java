package lossgrid.ui.grid;

import java.util.Locale;

/** The paints that a grid takes from the theme's style sheet. */
public enum GridPaint {
    /** Text on a light cell. */
    DARK_INK,
    /** Text on a dark cell. */
    LIGHT_INK,
    TITLE_INK,
    /** Under cells that are not opaque, and under hatches. */
    PAPER,
    PAPER_INK,
    /** The lines of an ignored cell. */
    HATCH,
    /** Under NaN, ∞ and labels that name no class. */
    ALARM,
    ALARM_INK,
    /** Around the selected pixel. */
    OUTLINE,
    /** Between the outline and the cell, so that it is seen on any colour. */
    HALO,
    /** Around the cell that keys work on. */
    ACTIVE,
    /** Around the cells of a selected range. */
    RANGE;

    /** The name in the style sheet. */
    String property() {
        return "-grid-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
