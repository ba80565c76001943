/**
 * Masks as pictures: codes for their values, colours for these, and the part that is in view.
 *
 * <p>The doctor screen imports it; it knows the rest of paint. Start reading at {@link MaskCodes}.
 */
@NullMarked
package lossgrid.paint.mask;

import org.jspecify.annotations.NullMarked;
