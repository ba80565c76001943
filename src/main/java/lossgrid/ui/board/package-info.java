/**
 * The board: a card for each stage, their colour bars and legends, and what a user does on a card.
 *
 * <p>The workbench, comparisons and the export import it. Start reading at {@link Board}.
 */
@NullMarked
package lossgrid.ui.board;

import org.jspecify.annotations.NullMarked;
