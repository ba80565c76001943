package lossgrid.paint.color;

/** The colours that finite numbers take. */
public interface NumberColors {
    /** The numbers of the colours that finite values take; any colour's for one that is not finite. */
    void indices(float[] values, int[] out, int count);

    /** Every colour by its number, multiplied with its opacity. */
    int[] table();

    /** Values below this look no different from it. */
    float low();

    /** Values above this look no different from it. */
    float high();
}
