package lossgrid.ui.session;

import java.util.List;
import lossgrid.paint.geometry.CellRef;

/** Cells of one card that something else on the screen points at, or that the pointer is on. */
public record Highlight(CardKind card, List<CellRef> cells) {}
