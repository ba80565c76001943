package lossgrid.model.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.compare.Remark.Kind;
import lossgrid.model.compare.Remark.On;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;

/** Finds the remarks on a comparison. A side that raises gets none. */
final class RemarkFinder {
    private RemarkFinder() {}

    static List<Remark> of(Comparison comparison) {
        List<Remark> left = ofSide(comparison, ComparisonSide.LEFT);
        List<Remark> right = ofSide(comparison, ComparisonSide.RIGHT);
        List<Remark> out = new ArrayList<>();
        for (Remark remark : left) {
            boolean both = right.stream().anyMatch(other -> says(other, remark));
            out.add(both ? new Remark(remark.kind(), On.BOTH, remark.numbers()) : remark);
        }
        right.stream()
                .filter(remark -> left.stream().noneMatch(other -> says(other, remark)))
                .forEach(out::add);
        out.addAll(ofBoth(comparison));
        return out;
    }

    private static boolean says(Remark a, Remark b) {
        return a.kind() == b.kind() && a.numbers().equals(b.numbers());
    }

    private static List<Remark> ofSide(Comparison comparison, ComparisonSide side) {
        Analysis analysis = comparison.analysis(side);
        Optional<LossResult> loss = analysis.loss().value();
        if (loss.isEmpty()) {
            return List.of();
        }
        List<Remark> out = new ArrayList<>();
        On on = side == ComparisonSide.LEFT ? On.LEFT : On.RIGHT;
        Adder adder = (kind, numbers) -> out.add(new Remark(kind, on, List.of(numbers)));
        ofRecipe(analysis, adder);
        ofTarget(analysis, adder);
        if (loss.get().counted() == 0) {
            adder.add(Kind.NOTHING_COUNTS);
        }
        comparison.map(side).ifPresent(map -> {
            if (map.nans() + map.infinities() > 0) {
                adder.add(Kind.NOT_FINITE, (double) map.nans(), (double) map.infinities());
            }
            if (map.channels() > 1) {
                adder.add(Kind.CHANNELS_AVERAGED, (double) map.channels());
            }
        });
        return out;
    }

    private static void ofRecipe(Analysis analysis, Adder adder) {
        Experiment experiment = analysis.experiment();
        Activation activation = experiment.recipe().activation();
        LossKind loss = experiment.recipe().loss();
        int channels = experiment.channels();
        boolean isProbability =
                switch (activation) {
                    case Activation.Sigmoid(), Activation.Softmax(var _) -> true;
                    case Activation.None(), Activation.LogSoftmax(var _) -> false;
                };
        int dim = softmaxDim(experiment);
        if (dim != Nchw.CLASS_DIM) {
            adder.add(Kind.SOFTMAX_OVER_OTHER_DIM, (double) dim);
        }
        if (channels == 1 && normalizesChannels(experiment)) {
            adder.add(Kind.ONE_CHANNEL_SOFTMAX);
            return;
        }
        switch (loss) {
            case CROSS_ENTROPY_LOSS -> {
                if (isProbability && experiment.options().weight() == null && hasClasses(analysis)) {
                    ofProbabilities(experiment, adder);
                } else if (activation instanceof Activation.LogSoftmax && dim == Nchw.CLASS_DIM) {
                    adder.add(Kind.LOG_SOFTMAX_TWICE);
                }
            }
            case BCE_WITH_LOGITS_LOSS -> {
                boolean isWeighted = experiment.options().weight() != null
                        || experiment.options().posWeight() != null;
                if (isProbability && !isWeighted && targetsOutside(analysis).isEmpty()) {
                    adder.add(Kind.SIGMOID_TWICE, Math.log1p(1 / Math.E), Math.log(2));
                }
            }
            case NLL_LOSS -> {
                if (isProbability) {
                    adder.add(Kind.PROBABILITIES_AS_LOGARITHMS);
                } else if (activation instanceof Activation.None) {
                    adder.add(Kind.LOGITS_AS_LOGARITHMS);
                }
            }
            case BCE_LOSS, BY_HAND -> {}
        }
    }

    /**
     * The bounds of the loss after a second softmax, of numbers in 0…1; those of a softmax over the classes cannot all
     * be 1 at once.
     */
    private static void ofProbabilities(Experiment experiment, Adder adder) {
        int others = experiment.channels() - 1;
        boolean isSigmoid = experiment.recipe().activation() instanceof Activation.Sigmoid;
        boolean sumsToOne = !isSigmoid && softmaxDim(experiment) == Nchw.CLASS_DIM;
        adder.add(
                isSigmoid ? Kind.SIGMOID_THEN_SOFTMAX : Kind.SOFTMAX_TWICE,
                Math.log1p(others / Math.E),
                sumsToOne ? Math.log(Math.E + others) : Math.log1p(others * Math.E));
    }

    /** The dimension of the activation's softmax; that of the classes if there is none. */
    private static int softmaxDim(Experiment experiment) {
        return switch (experiment.recipe().activation()) {
            case Activation.Softmax(int dim) -> experiment.logits().shape().wrap(dim);
            case Activation.LogSoftmax(int dim) -> experiment.logits().shape().wrap(dim);
            case Activation.None(), Activation.Sigmoid() -> Nchw.CLASS_DIM;
        };
    }

    private static boolean normalizesChannels(Experiment experiment) {
        boolean byActivation =
                switch (experiment.recipe().activation()) {
                    case Activation.Softmax(var _), Activation.LogSoftmax(var _) ->
                        softmaxDim(experiment) == Nchw.CLASS_DIM;
                    case Activation.None(), Activation.Sigmoid() -> false;
                };
        return byActivation || experiment.recipe().loss() == LossKind.CROSS_ENTROPY_LOSS;
    }

    /** Whether the target is a class for each pixel; the bounds are wrong for shares that do not sum up to 1. */
    private static boolean hasClasses(Analysis analysis) {
        return analysis.encoded()
                .value()
                .filter(y -> !y.shape().equals(analysis.experiment().logits().shape()))
                .isPresent();
    }

    private static void ofTarget(Analysis analysis, Adder adder) {
        List<Double> outside = targetsOutside(analysis);
        if (!outside.isEmpty()) {
            double farthest = 0;
            for (double y : outside) {
                farthest = Math.abs(y) > Math.abs(farthest) ? y : farthest;
            }
            adder.add(Kind.TARGET_OUTSIDE_UNIT, (double) outside.size(), farthest);
        }
    }

    /** The targets of a binary loss that are below 0 or above 1. */
    private static List<Double> targetsOutside(Analysis analysis) {
        List<Double> outside = new ArrayList<>();
        analysis.encoded().value().filter(_ -> analysis.experiment().isBinary()).ifPresent(target -> {
            for (int i = 0; i < target.size(); i++) {
                double y = target.doubleAt(i);
                if (y < 0 || y > 1) {
                    outside.add(y);
                }
            }
        });
        return outside;
    }

    private static List<Remark> ofBoth(Comparison comparison) {
        List<Remark> out = new ArrayList<>();
        Function<ComparisonSide, Tensor> logits =
                side -> comparison.analysis(side).experiment().logits();
        if (!logits.apply(ComparisonSide.LEFT)
                .shape()
                .remove(Nchw.CLASS_DIM)
                .equals(logits.apply(ComparisonSide.RIGHT).shape().remove(Nchw.CLASS_DIM))) {
            out.add(new Remark(Kind.GRIDS_DIFFER, On.BOTH, List.of()));
        }
        Optional<LossResult> left = comparison.left().loss().value();
        Optional<LossResult> right = comparison.right().loss().value();
        if (left.isPresent() && right.isPresent()) {
            boolean bothDivide =
                    left.get().reduction() == Reduction.MEAN && right.get().reduction() == Reduction.MEAN;
            // A binary loss with C channels has C times as many values; its map is their mean.
            double a = perPixel(comparison, ComparisonSide.LEFT, left.get());
            double b = perPixel(comparison, ComparisonSide.RIGHT, right.get());
            if (bothDivide && Double.compare(a, b) != 0) {
                out.add(new Remark(
                        Kind.DIVISORS_DIFFER,
                        On.BOTH,
                        List.of(left.get().denominator(), right.get().denominator())));
            }
        }
        if (comparison.isSame()) {
            out.add(new Remark(Kind.NO_DIFFERENCE, On.BOTH, List.of()));
        }
        return out;
    }

    private static double perPixel(Comparison comparison, ComparisonSide side, LossResult loss) {
        return loss.denominator() / comparison.map(side).map(LossMap::channels).orElse(1);
    }

    @FunctionalInterface
    private interface Adder {
        void add(Kind kind, Double... numbers);
    }
}
