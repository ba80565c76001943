package lossgrid.paint.color;

/** One colour with the number, from 0 to 1, as its opacity. */
public record OpacityColors(int color) implements NumberColors {
    @Override
    public void indices(float[] values, int[] out, int count) {
        int most = DefaultClassColors.alpha(1);
        for (int i = 0; i < count; i++) {
            // As ClassColors.alpha rounds.
            out[i] = (int) (Math.max(0.0, Math.min(1.0, values[i])) * most + 0.5);
        }
    }

    @Override
    public int[] table() {
        int[] out = new int[DefaultClassColors.alpha(1) + 1];
        for (int i = 0; i < out.length; i++) {
            out[i] = DefaultClassColors.premultiplied(
                    DefaultClassColors.withOpacity(color, i / (double) DefaultClassColors.alpha(1)));
        }
        return out;
    }

    @Override
    public float low() {
        return 0;
    }

    @Override
    public float high() {
        return 1;
    }
}
