package lossgrid.io.npy;

import lossgrid.core.array.LabelArray;

/**
 * An array and how its file stored it.
 *
 * @param array in row-major order
 * @param isFortranOrder whether the first index runs fastest in the file
 */
public record StoredArray(LabelArray array, NumpyDType type, boolean isFortranOrder) {}
