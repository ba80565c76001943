package lossgrid.paint;

/** One colour, the more transparent the smaller the number, from 0 to 1. */
record OpacityColors(int color) implements NumberColors {
    @Override
    public int index(double value) {
        return ClassColors.alpha(value);
    }

    @Override
    public int[] table() {
        int[] out = new int[ClassColors.alpha(1) + 1];
        for (int i = 0; i < out.length; i++) {
            out[i] = ClassColors.premultiplied(ClassColors.withOpacity(color, i / (double) ClassColors.alpha(1)));
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
