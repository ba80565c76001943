package lossgrid.io.document;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.ClassColor;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Palette;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document, in the order in which they are written.
 *
 * @param <A> an array: its {@link ArrayForm} before its elements are read
 */
record DocumentForm<A>(
        long lossgrid,
        Optional<String> title,
        A logits,
        A labels,
        Optional<List<EncodingStep>> encoding,
        Recipe recipe,
        Optional<LossOptions> options,
        Optional<List<String>> classes,
        Optional<List<ClassColor>> colors,
        Optional<LabelSource> source,
        Optional<Boolean> exampleLogits) {
    static final int VERSION = 1;

    enum ActivationName {
        NONE,
        SIGMOID,
        SOFTMAX,
        LOG_SOFTMAX
    }

    record RecipeForm(ActivationName activation, Optional<Integer> dim, LossKind loss) {
        static RecipeForm of(Recipe recipe) {
            return switch (recipe.activation()) {
                case Activation.None() -> new RecipeForm(ActivationName.NONE, Optional.empty(), recipe.loss());
                case Activation.Sigmoid() -> new RecipeForm(ActivationName.SIGMOID, Optional.empty(), recipe.loss());
                case Activation.Softmax(int dim) ->
                    new RecipeForm(ActivationName.SOFTMAX, Optional.of(dim), recipe.loss());
                case Activation.LogSoftmax(int dim) ->
                    new RecipeForm(ActivationName.LOG_SOFTMAX, Optional.of(dim), recipe.loss());
            };
        }
    }

    record OptionsForm(
            Optional<Reduction> reduction,
            Optional<Long> ignoreIndex,
            Optional<Weight> weight,
            Optional<Weight> posWeight,
            Optional<Double> labelSmoothing) {
        static OptionsForm of(LossOptions options) {
            return new OptionsForm(
                    Optional.of(options.reduction()),
                    Optional.of(options.ignoreIndex()),
                    Optional.of(new Weight(options.weight())),
                    Optional.of(new Weight(options.posWeight())),
                    Optional.of(options.labelSmoothing()));
        }

        LossOptions options() {
            LossOptions usual = LossOptions.defaults();
            return new LossOptions(
                    reduction.orElse(usual.reduction()),
                    ignoreIndex.orElse(usual.ignoreIndex()),
                    weight.map(Weight::factors).orElse(usual.weight()),
                    posWeight.map(Weight::factors).orElse(usual.posWeight()),
                    labelSmoothing.orElse(usual.labelSmoothing()));
        }
    }

    /** Factors in nested lists, one factor, or null. */
    record Weight(@Nullable Tensor factors) {}

    /** The file that labels came from; a palette only if it has one. */
    record SourceForm(
            String file,
            LabelSource.Format format,
            LabelSource.Layout layout,
            String type,
            int bits,
            Optional<List<ClassColor>> palette) {
        static SourceForm of(LabelSource source) {
            return new SourceForm(
                    source.file(),
                    source.format(),
                    source.layout(),
                    source.storedType(),
                    source.bits(),
                    given(source.palette().stream().map(ClassColor::new).toList()));
        }

        LabelSource source() {
            List<Integer> colors =
                    palette.orElse(List.of()).stream().map(ClassColor::rgb).toList();
            return new LabelSource(file, format, layout, type, bits, colors);
        }
    }

    record PaletteForm(String name, List<Palette.Entry> colors) {
        static PaletteForm of(Palette palette) {
            return new PaletteForm(palette.name(), palette.entries());
        }
    }

    record ColorForm(ClassColor color, long index, Optional<String> label) {
        static ColorForm of(Palette.Entry entry) {
            Optional<String> label = Optional.of(entry.label()).filter(text -> !text.isEmpty());
            return new ColorForm(entry.color(), entry.index(), label);
        }

        Palette.Entry entry() {
            return Palette.Entry.of(color, label.orElse(""), index);
        }
    }

    static DocumentForm<LabelArray> of(Experiment experiment) {
        return new DocumentForm<>(
                VERSION,
                Optional.of(experiment.title()),
                experiment.logits().toLabels(),
                experiment.labels(),
                Optional.of(experiment.encoding()),
                experiment.recipe(),
                Optional.of(experiment.options()),
                Optional.of(experiment.classes()),
                given(experiment.colors()),
                Optional.ofNullable(experiment.source()),
                experiment.hasExampleLogits() ? Optional.of(true) : Optional.empty());
    }

    /** The experiment with these arrays in place of this form's. */
    Experiment experiment(LabelArray logitsRead, LabelArray labelsRead) {
        return new Experiment(
                title.orElse(""),
                logitsRead.toTensor(),
                labelsRead,
                encoding.orElse(List.of()),
                recipe,
                options.orElse(LossOptions.defaults()),
                classes.orElse(List.of()),
                colors.orElse(List.of()),
                source.orElse(null),
                exampleLogits.orElse(false));
    }

    private static <T> Optional<List<T>> given(List<T> list) {
        return Optional.of(list).filter(some -> !some.isEmpty());
    }
}
