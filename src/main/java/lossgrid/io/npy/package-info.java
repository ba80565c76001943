/**
 * NumPy's {@code .npy} format, read and written.
 *
 * <p>Documents, scripts and the import of files use it. Start reading at {@link NpyCodec}.
 */
@NullMarked
package lossgrid.io.npy;

import org.jspecify.annotations.NullMarked;
