package lossgrid.paint.color;

/**
 * The least and the greatest finite value of an array.
 *
 * @param least 0 where there are none
 * @param most 0 where there are none
 */
public record Extent(float least, float most) {
    public static final Extent NOTHING = new Extent(0, 0);

    /** The largest absolute value. */
    public float magnitude() {
        return Math.max(Math.abs(least), Math.abs(most));
    }
}
