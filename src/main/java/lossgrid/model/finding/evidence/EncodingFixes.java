package lossgrid.model.finding.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.TorchException;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Stage;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.encoding.ArgMax;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.ColorsToIndices;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Squeeze;
import lossgrid.model.encoding.Unsqueeze;
import lossgrid.model.finding.ExpectedTarget;

/**
 * Writes encoding chains for fixes: the present steps, the fixing ones, and those still missing to turn the labels into
 * the loss's target.
 */
public final class EncodingFixes {

    private EncodingFixes() {}

    /**
     * The chain with {@code steps} after the last step that could be computed, made to fit the loss; for a file, these
     * steps and a cast to long.
     */
    public static Edit append(MaskEvidence mask, EncodingStep... steps) {
        return mask.context()
                .analysis()
                .map(analysis -> append(mask, analysis, analysis.experiment(), steps))
                .orElseGet(() -> new Edit.SetEncoding(ofFile(steps)));
    }

    /** The same, made to fit {@code corrected}, the document after other edits. */
    public static Edit append(MaskEvidence mask, Analysis analysis, Experiment corrected, EncodingStep... steps) {
        List<EncodingStep> encoding = analysis.experiment().encoding();
        int computed = computed(analysis);
        List<EncodingStep> added = new ArrayList<>(Arrays.asList(steps));
        boolean vain = !added.isEmpty()
                && added.getFirst().equals(new Cast(mask.facts().dtype()));
        if (vain) {
            added.removeFirst();
        }
        added.addAll(encoding.subList(computed, encoding.size()));
        List<EncodingStep> chain = new ArrayList<>(encoding.subList(0, computed));
        chain.addAll(added);
        return new Edit.SetEncoding(fitted(corrected, mask.facts().labels(), added, chain));
    }

    private static List<EncodingStep> ofFile(EncodingStep... steps) {
        List<EncodingStep> out = new ArrayList<>(Arrays.asList(steps));
        boolean isLong = !out.isEmpty() && isLong(out.getLast());
        if (!isLong && !out.contains(new Cast(DType.INT64))) {
            out.add(new Cast(DType.INT64));
        }
        return out;
    }

    private static boolean isLong(EncodingStep step) {
        return step instanceof Cast || step instanceof ColorsToIndices || step instanceof ArgMax;
    }

    /** The chain {@code steps} in place of the present one, made to fit the loss. */
    public static Edit replace(Experiment experiment, List<EncodingStep> steps) {
        return new Edit.SetEncoding(fitted(experiment, experiment.labels(), steps, steps));
    }

    /** The number of the document's steps that could be computed. */
    public static int computed(Analysis analysis) {
        int computed = 0;
        for (Stage<LabelArray> stage : analysis.encodingSteps()) {
            if (stage.value().isEmpty()) {
                break;
            }
            computed++;
        }
        return computed;
    }

    /** The step in which PyTorch raises. */
    public static Optional<EncodingStep> thrown(Analysis analysis) {
        List<EncodingStep> encoding = analysis.experiment().encoding();
        int computed = computed(analysis);
        return computed < encoding.size() ? Optional.of(encoding.get(computed)) : Optional.empty();
    }

    private static List<EncodingStep> fitted(
            Experiment experiment, LabelArray labels, List<EncodingStep> steps, List<EncodingStep> chain) {
        try {
            LabelArray out = labels;
            for (EncodingStep step : steps) {
                out = step.apply(out);
            }
            List<EncodingStep> all = new ArrayList<>(chain);
            all.addAll(missing(experiment, out.shape(), out.dtype()));
            return all;
        } catch (TorchException exception) {
            return chain;
        }
    }

    /**
     * The steps that turn labels of this shape and type into the loss's target, as far as dimensions of size 1 and a
     * cast can do it.
     */
    private static List<EncodingStep> missing(Experiment experiment, Shape shape, DType dtype) {
        List<EncodingStep> out = new ArrayList<>();
        switch (ExpectedTarget.of(experiment, shape)) {
            case FILE, INDICES -> {
                if (dtype != DType.INT64) {
                    out.add(new Cast(DType.INT64));
                }
                out.addAll(toPixels(experiment.logits().shape().remove(Nchw.CLASS_DIM), shape));
            }
            case DISTRIBUTION, BINARY -> {
                if (dtype != DType.FLOAT32) {
                    out.add(new Cast(DType.FLOAT32));
                }
                out.addAll(toLogits(experiment.logits().shape(), shape));
            }
        }
        return out;
    }

    /** From {@code [H, W]} or {@code [N, 1, H, W]} to {@code [N, H, W]}. */
    private static List<EncodingStep> toPixels(Shape target, Shape shape) {
        if (shape.rank() == Nchw.RANK
                && shape.dim(Nchw.CLASS_DIM) == 1
                && shape.remove(Nchw.CLASS_DIM).equals(target)) {
            return List.of(new Squeeze(Nchw.CLASS_DIM));
        }
        boolean noBatch =
                shape.rank() == Nchw.PIXELS_RANK - 1 && shape.insert(0, 1).equals(target);
        return noBatch ? List.of(new Unsqueeze(0)) : aligned(target, shape);
    }

    /** To a shape that differs in dimensions of 1 only, whichever they are. */
    private static List<EncodingStep> aligned(Shape target, Shape shape) {
        if (shape.equals(target) || !Arrays.equals(larger(shape), larger(target))) {
            return List.of();
        }
        List<EncodingStep> out = new ArrayList<>();
        if (larger(shape).length < shape.rank()) {
            out.add(new Squeeze(null));
        }
        for (int d = 0; d < target.rank(); d++) {
            if (target.dim(d) == 1) {
                out.add(new Unsqueeze(d));
            }
        }
        return out;
    }

    private static int[] larger(Shape shape) {
        return Arrays.stream(shape.toArray()).filter(size -> size != 1).toArray();
    }

    /** From {@code [H, W]}, {@code [C, H, W]} or {@code [N, H, W]} to {@code [N, C, H, W]}. */
    private static List<EncodingStep> toLogits(Shape target, Shape shape) {
        if (shape.rank() == Nchw.PIXELS_RANK && shape.insert(Nchw.CLASS_DIM, 1).equals(target)) {
            return List.of(new Unsqueeze(Nchw.CLASS_DIM));
        }
        if (shape.rank() == Nchw.PIXELS_RANK && shape.insert(0, 1).equals(target)) {
            return List.of(new Unsqueeze(0));
        }
        boolean plane = shape.rank() == 2 && shape.insert(0, 1).insert(0, 1).equals(target);
        return plane ? List.of(new Unsqueeze(0), new Unsqueeze(0)) : aligned(target, shape);
    }
}
