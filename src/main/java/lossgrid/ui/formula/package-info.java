/**
 * Formulas typeset by JLaTeXMath and drawn as shapes.
 *
 * <p>The inspector and the export import it. Start reading at {@link FormulaView}.
 */
@NullMarked
package lossgrid.ui.formula;

import org.jspecify.annotations.NullMarked;
