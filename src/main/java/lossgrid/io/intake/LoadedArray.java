package lossgrid.io.intake;

import lossgrid.core.array.LabelArray;
import lossgrid.model.document.LabelSource;

/**
 * An array as a file holds it.
 *
 * @param name of the array in its archive, or else the file's name
 * @param array of rank 1 to 4, in row-major order whatever the file's order
 */
public record LoadedArray(String name, LabelArray array, LabelSource source) {}
