/**
 * Pasted PyTorch errors, explained, and reproduced as a small experiment.
 *
 * <p>The workbench imports it. Start reading at {@link TracebackDialog}.
 */
@NullMarked
package lossgrid.ui.explain;

import org.jspecify.annotations.NullMarked;
