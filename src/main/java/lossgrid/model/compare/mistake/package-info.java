/**
 * The catalogue of common mistakes, each as a wrong and a right document.
 *
 * <p>Comparisons, explained errors and words import it. Start reading at {@link Mistake}.
 */
@NullMarked
package lossgrid.model.compare.mistake;

import org.jspecify.annotations.NullMarked;
