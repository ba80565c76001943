/**
 * Masks as images: codes for their values, colours for the codes, and the part in view.
 *
 * <p>The doctor screen imports it; it knows the rest of paint. Start reading at {@link MaskCodes}.
 */
@NullMarked
package lossgrid.paint.mask;

import org.jspecify.annotations.NullMarked;
