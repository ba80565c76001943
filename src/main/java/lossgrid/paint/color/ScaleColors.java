package lossgrid.paint.color;

/** The colours of a scale. */
public record ScaleColors(ColorScale scale) implements NumberColors {
    @Override
    public void indices(float[] values, int[] out, int count) {
        scale.indices(values, out, count);
    }

    @Override
    public int[] table() {
        int[] out = new int[scale.map().size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = scale.map().color(i);
        }
        return out;
    }

    @Override
    public float low() {
        return (float) scale.low();
    }

    @Override
    public float high() {
        return (float) scale.high();
    }
}
