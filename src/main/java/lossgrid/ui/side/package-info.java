/**
 * The panel beside the board: derivation, ledger, ways, descent, findings.
 *
 * <p>The workbench and the doctor screen import it. Start reading at {@link SidePanel}.
 */
@NullMarked
package lossgrid.ui.side;

import org.jspecify.annotations.NullMarked;
