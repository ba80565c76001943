package lossgrid.paint.color;

/** A function from finite numbers to colours. */
public interface NumberColors {
    /** Writes the index of each finite value's colour; an arbitrary one for a value that is not finite. */
    void indices(float[] values, int[] out, int count);

    /** Every colour by its index, multiplied by its opacity. */
    int[] table();

    /** The value below which all values look the same. */
    float low();

    /** The value above which all values look the same. */
    float high();
}
