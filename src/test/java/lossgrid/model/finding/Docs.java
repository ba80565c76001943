package lossgrid.model.finding;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lossgrid.core.Draw;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.Activation;
import lossgrid.model.Analyzer;
import lossgrid.model.EncodingStep;
import lossgrid.model.Experiment;
import lossgrid.model.LossKind;
import lossgrid.model.LossOptions;
import lossgrid.model.Recipe;

/** Small documents for the tests of rules, and what is found in them. */
final class Docs {
    static final Activation NONE = new Activation.None();
    static final Activation SIGMOID = new Activation.Sigmoid();
    static final Activation SOFTMAX = new Activation.Softmax(1);
    static final Activation LOG_SOFTMAX = new Activation.LogSoftmax(1);

    private Docs() {}

    /** One row of a table: a document, and all that is found in it above notes, or all that is noted. */
    record Case(String name, Experiment experiment, Set<FindingKind> wanted) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Case row(String name, Experiment experiment, FindingKind... wanted) {
        Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
        kinds.addAll(Arrays.asList(wanted));
        return new Case(name, experiment, kinds);
    }

    static Tensor logits(int... sizes) {
        return new Draw(7).normal(Shape.of(sizes), 2);
    }

    static LabelArray labels(DType dtype, Shape shape, long... values) {
        return LabelArray.ofLongs(dtype, shape, i -> values[i % values.length]);
    }

    static Experiment doc(
            Activation activation, LossKind loss, Tensor logits, LabelArray labels, EncodingStep... steps) {
        return new Experiment(
                "", logits, labels, List.of(steps), new Recipe(activation, loss), LossOptions.defaults(), List.of());
    }

    /** CrossEntropyLoss of logits {@code [1, C, 3, 5]} and int64 labels {@code [1, 3, 5]}, these values again and again. */
    static Experiment ce(int classes, long... values) {
        return doc(
                NONE,
                LossKind.CROSS_ENTROPY_LOSS,
                logits(1, classes, 3, 5),
                labels(DType.INT64, Shape.of(1, 3, 5), values));
    }

    /** BCEWithLogitsLoss of logits {@code [1, 1, 3, 5]} and float32 labels of that shape. */
    static Experiment bce(long... values) {
        return doc(
                NONE,
                LossKind.BCE_WITH_LOGITS_LOSS,
                logits(1, 1, 3, 5),
                labels(DType.FLOAT32, Shape.of(1, 1, 3, 5), values));
    }

    static Experiment with(Experiment experiment, EncodingStep... steps) {
        return experiment.withEncoding(List.of(steps));
    }

    static Experiment ignoring(Experiment experiment, long ignoreIndex) {
        return experiment.withOptions(experiment.options().withIgnoreIndex(ignoreIndex));
    }

    static List<Finding> findings(Experiment experiment) {
        return Findings.of(Analyzer.analyze(experiment), Palettes.known());
    }

    /** What is found, above notes or noted alone. */
    static Set<FindingKind> kinds(Experiment experiment, boolean notes) {
        return findings(experiment).stream()
                .filter(finding -> (finding.severity() == Severity.NOTE) == notes)
                .map(Finding::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingKind.class)));
    }
}
