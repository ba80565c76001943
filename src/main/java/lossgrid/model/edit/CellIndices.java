package lossgrid.model.edit;

import java.util.Arrays;

/** Cells of an array, counted in row-major order, in the order in which values are meant for them. Immutable. */
public final class CellIndices {
    private final int[] indices;

    private CellIndices(int[] indices) {
        this.indices = indices;
    }

    public static CellIndices of(int... indices) {
        return new CellIndices(indices.clone());
    }

    public int size() {
        return indices.length;
    }

    /** The cell for value {@code i}. */
    public int at(int i) {
        return indices[i];
    }

    public int[] toArray() {
        return indices.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellIndices that && Arrays.equals(indices, that.indices);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(indices);
    }

    @Override
    public String toString() {
        return "cells" + Arrays.toString(indices);
    }
}
