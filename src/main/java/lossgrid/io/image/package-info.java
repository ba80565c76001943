/**
 * Images with their samples as stored: PNG, TIFF, BMP; no gamma, no palette looked up.
 *
 * <p>The import of files alone uses it. Start reading at {@link PngFormat}.
 */
@NullMarked
package lossgrid.io.image;

import org.jspecify.annotations.NullMarked;
