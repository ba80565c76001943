package lossgrid.model.finding.evidence;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.finding.ExpectedTarget;
import lossgrid.model.finding.FixPreview;
import lossgrid.model.finding.MaskContext;
import lossgrid.model.finding.Outcome;

/**
 * Computes the outcome of a single mistake on a document so small that it has no other. So PyTorch's messages are
 * written down only once, in the core, and one exception does not hide another.
 */
public final class MinimalExample {
    /** The recipe with which a file's labels are tried. */
    private static final Recipe USUAL = new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS);

    private final Recipe recipe;
    private final int channels;
    private final LossOptions options;

    private MinimalExample(Recipe recipe, int channels, LossOptions options) {
        this.recipe = recipe;
        this.channels = channels;
        this.options = options;
    }

    /** Tries with the document's loss and ignore_index; the loss's input is right. */
    public static MinimalExample of(MaskContext context) {
        LossOptions options = LossOptions.defaults().withIgnoreIndex(context.ignoreIndex());
        return context.analysis()
                .map(analysis -> analysis.experiment())
                .map(e -> new MinimalExample(rightRecipe(e), e.channels(), options))
                .orElseGet(() -> new MinimalExample(USUAL, Math.max(context.classes(), 1), options));
    }

    private static Recipe rightRecipe(Experiment experiment) {
        LossKind loss = experiment.recipe().loss();
        Activation activation =
                switch (loss) {
                    case BCE_WITH_LOGITS_LOSS, CROSS_ENTROPY_LOSS -> new Activation.None();
                    case BCE_LOSS -> new Activation.Sigmoid();
                    case NLL_LOSS -> new Activation.LogSoftmax(1);
                    case BY_HAND -> experiment.isBinary() ? new Activation.Sigmoid() : new Activation.Softmax(1);
                };
        return new Recipe(activation, loss);
    }

    /** The outcome of one pixel with the label {@code value}. */
    Outcome index(long value) {
        return outcome(LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 1), value));
    }

    /** The outcome of class indices with a dimension too many. */
    public Outcome rank() {
        return outcome(LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 1, 2), 0, 0));
    }

    /** The outcome of labels of this type that are otherwise right. */
    public Outcome dtype(ExpectedTarget wanted, DType dtype) {
        Shape shape =
                switch (wanted) {
                    case FILE, INDICES -> Shape.of(1, 1, 1);
                    case DISTRIBUTION, BINARY -> Shape.of(1, channels, 1, 1);
                };
        return outcome(LabelArray.ofLongs(dtype, shape, _ -> 0));
    }

    /** The outcome of this weight of the classes. */
    public Outcome weight(ExpectedTarget wanted, Tensor weight) {
        return new MinimalExample(recipe, channels, options.withWeight(weight)).dtype(wanted, right(wanted));
    }

    /** The outcome of a loss that gets numbers outside 0…1 for probabilities. */
    public static Outcome notProbabilities(LossKind loss) {
        LabelArray target = LabelArray.ofLongs(DType.FLOAT32, Shape.of(1, 1, 1, 1), 1);
        Tensor input = Tensor.generate(target.shape(), _ -> 2);
        return outcome(new Experiment(
                "",
                input,
                target,
                List.of(),
                new Recipe(new Activation.None(), loss),
                LossOptions.defaults(),
                List.of()));
    }

    /** The outcome of the document's loss for labels of this shape and type, all 0, and as many logits. */
    static Outcome ofShape(Experiment experiment, Shape shape, DType dtype) {
        return outcome(new Experiment(
                "",
                Tensor.zeros(experiment.logits().shape()),
                LabelArray.ofLongs(dtype, shape, _ -> 0),
                List.of(),
                rightRecipe(experiment),
                LossOptions.defaults(),
                List.of()));
    }

    /** The type of labels that are a loss's target. */
    static DType right(ExpectedTarget wanted) {
        return switch (wanted) {
            case FILE, INDICES -> DType.INT64;
            case DISTRIBUTION, BINARY -> DType.FLOAT32;
        };
    }

    private Outcome outcome(LabelArray labels) {
        Tensor logits = Tensor.zeros(Shape.of(1, channels, 1, 1));
        return outcome(new Experiment("", logits, labels, List.of(), recipe, options, List.of()));
    }

    private static Outcome outcome(Experiment experiment) {
        return switch (FixPreview.result(Analyzer.analyze(experiment))) {
            case FixPreview.Result.Raises(var type, var message) -> new Outcome.Raises(type, message);
            case FixPreview.Result.Loss _ -> new Outcome.SilentlyWrong();
        };
    }
}
