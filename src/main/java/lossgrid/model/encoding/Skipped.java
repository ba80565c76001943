package lossgrid.model.encoding;

import java.util.Optional;
import lossgrid.core.array.LabelArray;

/** A step that is switched off: it stays in the chain and changes nothing. */
public record Skipped(EncodingStep step) implements EncodingStep {
    public Skipped {
        if (step instanceof Skipped) {
            throw new IllegalArgumentException("switched off twice");
        }
    }

    @Override
    public LabelArray apply(LabelArray labels) {
        return labels;
    }

    @Override
    public Optional<LabelArray> applyAt(int[] elements, LabelArray labels, LabelArray earlier) {
        return Optional.of(labels);
    }

    @Override
    public String torchCode(String y) {
        return y;
    }

    @Override
    public String numpyCode(LabelArray before, LabelArray after) {
        return "y";
    }
}
