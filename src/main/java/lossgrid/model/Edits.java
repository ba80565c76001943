package lossgrid.model;

import lossgrid.core.Shape;

/** Applies edits: a pure function of document and edit. */
public final class Edits {
    private Edits() {}

    /** The document after {@code edit}; the very same object when nothing changes. */
    public static Experiment apply(Experiment experiment, Edit edit) {
        return switch (edit) {
            case Edit.SetLogit(int cell, float value) ->
                Float.floatToIntBits(experiment.logits().at(cell)) == Float.floatToIntBits(value)
                        ? experiment
                        : experiment.withLogits(experiment.logits().with(cell, value));
            case Edit.SetLabel(int cell, var value) ->
                experiment.labels().at(cell).equals(value)
                        ? experiment
                        : experiment.withLabels(experiment.labels().with(cell, value));
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
            case Edit.Reshape(int n, int c, int h, int w) -> Reshaping.reshape(experiment, Shape.of(n, c, h, w));
            case Edit.SwitchRoute(var route) -> route.convert(experiment);
        };
    }
}
