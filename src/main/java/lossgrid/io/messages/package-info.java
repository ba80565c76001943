/**
 * Error messages of PyTorch, recognized in pasted text in the wordings of many versions.
 *
 * <p>The window that explains errors and the words import it. Start reading at {@link MessageCatalog}.
 */
@NullMarked
package lossgrid.io.messages;

import org.jspecify.annotations.NullMarked;
