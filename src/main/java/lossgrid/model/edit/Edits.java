package lossgrid.model.edit;

import java.util.Objects;
import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;

/** Applies edits: a pure function of document and edit. */
public final class Edits {
    private Edits() {}

    /** The document after {@code edit}; the very same object when nothing changes. */
    public static Experiment apply(Experiment experiment, Edit edit) {
        return switch (edit) {
            case Edit.SetCells cells -> setCells(experiment, cells);
            case Edit.SetLogits(var logits) -> setLogits(experiment, logits);
            case Edit.SetTitle(var title) ->
                experiment.title().equals(title) ? experiment : experiment.withTitle(title);
            case Edit.SetEncoding(var encoding) ->
                experiment.encoding().equals(encoding) ? experiment : experiment.withEncoding(encoding);
            case Edit.SetRecipe(var recipe) ->
                experiment.recipe().equals(recipe) ? experiment : experiment.withRecipe(recipe);
            case Edit.SetOptions(var options) ->
                experiment.options().equals(options) ? experiment : experiment.withOptions(options);
            case Edit.SetClasses(var classes) ->
                experiment.classes().equals(classes) ? experiment : experiment.withClasses(classes);
            case Edit.SetColors(var colors) ->
                experiment.colors().equals(colors) ? experiment : experiment.withColors(colors);
            case Edit.Reshape(int n, int c, int h, int w) ->
                asExample(experiment, Reshaping.reshape(experiment, Shape.of(n, c, h, w)));
            case Edit.SetClassCount(int classes) -> ClassCounting.set(experiment, classes);
            case Edit.SetLabels(var labels, var source) -> setLabels(experiment, labels, source);
            case Edit.UseAsLogits output -> NetworkOutput.replaceLogits(experiment, output);
            case Edit.Import(var imported) -> imported.equals(experiment) ? experiment : imported;
            case Edit.Crop crop -> asExample(experiment, Cropping.crop(experiment, crop));
            case Edit.SwitchRoute(var route) -> asExample(experiment, route.convert(experiment));
        };
    }

    /** Example logits that are cut, filled up or converted are examples still. */
    private static Experiment asExample(Experiment before, Experiment after) {
        return after.withExampleLogits(before.hasExampleLogits());
    }

    @SuppressWarnings("ReferenceEquality") // Arrays give back the very same one when nothing changes.
    private static Experiment setCells(Experiment experiment, Edit.SetCells edit) {
        int[] cells = edit.cells().toArray();
        return switch (edit.array()) {
            case LOGITS -> {
                Tensor logits = experiment.logits().with(cells, edit.values().toTensor());
                yield logits == experiment.logits() ? experiment : experiment.withLogits(logits);
            }
            case LABELS -> {
                LabelArray labels = experiment.labels().with(cells, edit.values());
                yield labels == experiment.labels() ? experiment : experiment.withLabels(labels);
            }
        };
    }

    private static Experiment setLabels(Experiment experiment, LabelArray labels, Optional<LabelSource> source) {
        LabelSource from = source.orElse(null);
        boolean same = labels.equals(experiment.labels()) && Objects.equals(from, experiment.source());
        return same ? experiment : experiment.withLabels(labels).withSource(from);
    }

    private static Experiment setLogits(Experiment experiment, Tensor logits) {
        if (!logits.shape().equals(experiment.logits().shape())) {
            throw new IllegalArgumentException(
                    "logits " + logits.shape() + " for " + experiment.logits().shape());
        }
        return experiment.logits().equals(logits) ? experiment : experiment.withLogits(logits);
    }
}
