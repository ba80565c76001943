package lossgrid.model.encoding;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.label.DimOps;

/** Resizes the last two dimensions by nearest neighbours: see {@link DimOps#nearest}. */
public record Resize(
        @Argument(least = 1) int height,
        @Argument(least = 1) int width) implements EncodingStep {
    /** To the size of the logits, or to half where that is the size already. */
    static Resize begin(LabelsBefore labels) {
        Shape shape = labels.shape();
        int height = labels.logits().fromEnd(1);
        int width = labels.logits().fromEnd(0);
        boolean same = shape.rank() >= 2 && shape.fromEnd(1) == height && shape.fromEnd(0) == width;
        return same ? new Resize(Math.max(height / 2, 1), Math.max(width / 2, 1)) : new Resize(height, width);
    }

    @Override
    public LabelArray apply(LabelArray labels) {
        return DimOps.nearest(labels, height, width);
    }

    @Override
    public String torchCode(String y) {
        return ("F.interpolate(%1$s.double().reshape(1, -1, *%1$s.shape[-2:]), size=(%2$s, %3$s), mode=\"nearest\")"
                        + ".reshape(*%1$s.shape[:-2], %2$s, %3$s).to(%1$s.dtype)")
                .formatted(y, height, width);
    }

    @Override
    public String numpyCode(LabelArray before, LabelArray after) {
        Shape shape = before.shape();
        return "y[..., " + sources(shape.fromEnd(1), height) + "[:, None], " + sources(shape.fromEnd(0), width) + "]";
    }

    private static String sources(int from, int to) {
        return ("np.minimum(np.arange(%1$s, dtype=np.float32) * (np.float32(%2$s) / np.float32(%1$s)), %3$s)"
                        + ".astype(np.int64)")
                .formatted(to, from, from - 1);
    }
}
