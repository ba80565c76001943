package lossgrid.paint;

/** The colours that finite numbers take. */
interface NumberColors {
    /** The number of the colour that a finite value takes. */
    int index(double value);

    /** Every colour by its number, multiplied with its opacity. */
    int[] table();

    /** Values below this look no different from it. */
    float low();

    /** Values above this look no different from it. */
    float high();
}
