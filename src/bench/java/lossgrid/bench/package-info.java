/** Times the core against libtorch and against the memory. */
@NullMarked
package lossgrid.bench;

import org.jspecify.annotations.NullMarked;
