/**
 * Every text in every language, without a toolkit: window, findings, mistakes, explained errors.
 *
 * <p>The window and the command line import it. Start reading at {@link Text}.
 */
@NullMarked
package lossgrid.words;

import org.jspecify.annotations.NullMarked;
