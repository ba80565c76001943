/**
 * The window, which puts its parts together.
 *
 * <p>The program alone imports it; no other room of ui does. Start reading at {@link MainWindow}.
 */
@NullMarked
package lossgrid.ui;

import org.jspecify.annotations.NullMarked;
