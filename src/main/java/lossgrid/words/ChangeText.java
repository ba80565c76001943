package lossgrid.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.OptionName;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Change;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.EditableArray;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.text.ArrayText;
import lossgrid.model.text.RoundTripText;
import org.jspecify.annotations.Nullable;

/** Says what a step of the history does: {@code resize to [2, 2, 3, 4]}. */
public final class ChangeText {
    private final Texts texts;

    private ChangeText(Texts texts) {
        this.texts = texts;
    }

    public static String of(Texts texts, Change change) {
        ChangeText words = new ChangeText(texts);
        String text = words.text(change);
        return change.hasMore() && !(change.edit() instanceof Edit.SetCells)
                ? texts.get(HelpText.CHANGE_MORE, text)
                : text;
    }

    private String text(Change change) {
        return switch (change.edit()) {
            case Edit.SetCells edit -> cells(edit, change);
            case Edit.SetLogits _ -> texts.get(HelpText.CHANGE_LOGITS);
            case Edit.SetTitle(var title) -> texts.get(HelpText.CHANGE_TITLE, title);
            case Edit.SetEncoding _ ->
                steps(change.before().encoding(), change.after().encoding());
            case Edit.SetRecipe(var recipe) -> texts.get(HelpText.CHANGE_RECIPE, recipe(recipe));
            case Edit.SetOptions(var options) -> option(change.before().options(), options);
            case Edit.SetClasses _ -> texts.get(HelpText.CHANGE_CLASSES);
            case Edit.SetColors _ -> texts.get(HelpText.CHANGE_COLORS);
            case Edit.SetClassCount(int classes) -> texts.get(HelpText.CHANGE_CLASS_COUNT, Integer.toString(classes));
            case Edit.Reshape(int n, int c, int h, int w) ->
                texts.get(HelpText.CHANGE_SHAPE, Shape.of(n, c, h, w).toString());
            case Edit.SetLabels(var labels, var source) ->
                file(source).orElseGet(() -> texts.get(HelpText.CHANGE_LABELS, name(labels)));
            case Edit.UseAsLogits(var logits, var source) ->
                file(source).orElseGet(() -> texts.get(HelpText.CHANGE_TO_LOGITS, name(logits)));
            case Edit.Import(var imported) ->
                file(Optional.ofNullable(imported.source()))
                        .orElseGet(() -> texts.get(HelpText.CHANGE_LABELS, name(imported.labels())));
            case Edit.Crop(int h, int w, int height, int width) ->
                texts.get(HelpText.CHANGE_CROP, height + " × " + width, Integer.toString(h), Integer.toString(w));
            case Edit.SwitchRoute(var route) ->
                texts.get(
                        HelpText.CHANGE_ROUTE,
                        texts.get(
                                switch (route) {
                                    case SIGMOID -> Text.ROUTE_SIGMOID;
                                    case SOFTMAX -> Text.ROUTE_SOFTMAX;
                                }));
        };
    }

    private String cells(Edit.SetCells edit, Change change) {
        String symbol =
                switch (edit.array()) {
                    case LOGITS -> "x";
                    case LABELS -> "y";
                };
        if (change.hasMore() || edit.cells().size() > 1) {
            return texts.get(HelpText.CHANGE_CELLS, symbol);
        }
        int cell = edit.cells().at(0);
        String place = symbol + index(shape(edit.array(), change.after()), cell);
        return texts.get(HelpText.CHANGE_CELL, place, edit.array().text(change.after(), cell));
    }

    private static Shape shape(EditableArray array, Experiment experiment) {
        return switch (array) {
            case LOGITS -> experiment.logits().shape();
            case LABELS -> experiment.labels().shape();
        };
    }

    /** {@code [0, 1, 1, 0]}: a cell by its indices. */
    private static String index(Shape shape, int cell) {
        int[] sizes = shape.toArray();
        int[] at = new int[sizes.length];
        int rest = cell;
        for (int dim = sizes.length - 1; dim >= 0; dim--) {
            at[dim] = rest % sizes[dim];
            rest /= sizes[dim];
        }
        return Arrays.stream(at).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The step that is in one chain alone; otherwise that they differ. */
    private String steps(List<EncodingStep> before, List<EncodingStep> after) {
        boolean isAdded = before.size() < after.size();
        List<EncodingStep> longer = isAdded ? after : before;
        List<EncodingStep> shorter = isAdded ? before : after;
        if (longer.size() == shorter.size() + 1) {
            for (int i = 0; i < longer.size(); i++) {
                List<EncodingStep> without = new ArrayList<>(longer);
                EncodingStep step = without.remove(i);
                if (without.equals(shorter)) {
                    HelpText what = isAdded ? HelpText.CHANGE_STEP_ADDED : HelpText.CHANGE_STEP_REMOVED;
                    return texts.get(what, step.torchCode("y"));
                }
            }
        }
        return texts.get(HelpText.CHANGE_STEPS);
    }

    private String recipe(Recipe recipe) {
        String activation = recipe.activation().torchCode("x");
        String loss = texts.name(recipe.loss());
        return activation.equals("x") ? loss : activation + " → " + loss;
    }

    private String option(LossOptions before, LossOptions after) {
        return Arrays.stream(OptionName.values())
                .filter(name -> !value(name, before).equals(value(name, after)))
                .map(name -> texts.get(HelpText.CHANGE_OPTION, name.torchName() + "=" + value(name, after)))
                .findFirst()
                .orElseGet(() -> texts.get(Text.OPTIONS));
    }

    private static String value(OptionName name, LossOptions options) {
        return switch (name) {
            case REDUCTION -> options.reduction().torchName();
            case IGNORE_INDEX -> Long.toString(options.ignoreIndex());
            case WEIGHT -> array(options.weight());
            case POS_WEIGHT -> array(options.posWeight());
            case LABEL_SMOOTHING -> RoundTripText.of(options.labelSmoothing());
        };
    }

    private static String array(@Nullable Tensor values) {
        return values == null ? "None" : ArrayText.format(values);
    }

    private Optional<String> file(Optional<LabelSource> source) {
        return source.map(LabelSource::file).map(name -> texts.get(HelpText.CHANGE_IMPORT, name));
    }

    /** {@code int64 [2, 2, 2]}. */
    private static String name(LabelArray array) {
        return array.dtype().torchName() + " " + array.shape();
    }
}
