package lossgrid.ui;

import java.util.List;
import lossgrid.paint.CellRef;

/** Cells of one card that something else on the screen points at, or that the pointer is on. */
record Highlight(CardKind card, List<CellRef> cells) {}
