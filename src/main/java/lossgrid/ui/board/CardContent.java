package lossgrid.ui.board;

import java.util.List;
import java.util.Optional;
import lossgrid.paint.color.ClassPalette;
import lossgrid.paint.color.ColorScale;
import lossgrid.paint.color.NumberKind;
import lossgrid.paint.grid.CellGrid;
import lossgrid.words.TextKey;

/**
 * The content of a stage card.
 *
 * @param expression the PyTorch expression it stands for
 * @param facts shape and dtype
 * @param chips small notes under the expression
 */
public record CardContent(TextKey title, String expression, List<String> facts, List<String> chips, Body body) {
    /** The main part of a card. */
    public sealed interface Body {
        record GridBody(CellGrid grid, Footer footer) implements Body {}

        /** PyTorch's words, with its exception's type. */
        record Raises(String words) implements Body {}

        /** Nothing to show, because an earlier stage raised an error or for another reason, as a text. */
        record Waiting(String reason) implements Body {}
    }

    /** The line under a grid. */
    public sealed interface Footer {
        record Scale(NumberKind kind, ColorScale scale) implements Footer {}

        /** The classes' names and colours, from class 0. */
        record Legend(List<String> names, ClassPalette palette) implements Footer {}

        record Note(TextKey note) implements Footer {}
    }

    public Optional<CellGrid> grid() {
        return switch (body) {
            case Body.GridBody(var grid, var _) -> Optional.of(grid);
            case Body.Raises _, Body.Waiting _ -> Optional.empty();
        };
    }
}
