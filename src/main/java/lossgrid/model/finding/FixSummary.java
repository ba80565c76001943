package lossgrid.model.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Edit;
import lossgrid.model.encoding.EncodingCode;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.text.PythonLiteral;
import org.jspecify.annotations.Nullable;

/** All that a fix changes, as code: the same in every language. */
public final class FixSummary {
    private static final int MOST_NAMES = 3;

    private final Experiment before;
    private final Experiment after;
    private final boolean setsClasses;
    private final List<String> changes = new ArrayList<>();

    private FixSummary(Fix fix, Experiment before, Experiment after) {
        this.before = before;
        this.after = after;
        setsClasses = fix.edits().stream().anyMatch(Edit.SetClasses.class::isInstance);
    }

    /**
     * What {@code fix} makes of {@code before}, namely {@code after}, except for cells; classes that it sets even where
     * the document has them already.
     */
    public static List<String> of(Fix fix, Experiment before, Experiment after) {
        FixSummary summary = new FixSummary(fix, before, after);
        summary.steps();
        summary.recipe();
        summary.classes();
        summary.options();
        return List.copyOf(summary.changes);
    }

    private void steps() {
        List<EncodingStep> removed = new ArrayList<>(before.encoding());
        after.encoding().forEach(removed::remove);
        removed.forEach(step -> changes.add("− " + EncodingCode.summary(step, "y")));
        List<EncodingStep> added = new ArrayList<>(after.encoding());
        before.encoding().forEach(added::remove);
        added.forEach(step -> changes.add(EncodingCode.summary(step, "y")));
    }

    private void recipe() {
        Recipe recipe = after.recipe();
        if (!recipe.equals(before.recipe())) {
            changes.add(recipe.loss().torchName() + "(" + recipe.activation().torchCode("x") + ", y)");
        }
    }

    private void classes() {
        boolean areOthers = after.channels() != before.channels();
        List<String> names = setsClasses ? after.classes() : List.of();
        if (areOthers || !names.isEmpty()) {
            changes.add("C = " + after.channels() + (names.isEmpty() ? "" : " (" + shortened(names) + ")"));
        }
    }

    private static String shortened(List<String> names) {
        return names.size() <= MOST_NAMES + 1
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES)) + " … " + names.getLast();
    }

    private void options() {
        LossOptions then = before.options();
        LossOptions now = after.options();
        if (now.ignoreIndex() != then.ignoreIndex()) {
            changes.add("ignore_index=" + now.ignoreIndex());
        }
        weight("weight", then.weight(), now.weight());
        weight("pos_weight", then.posWeight(), now.posWeight());
        if (now.labelSmoothing() != then.labelSmoothing()) {
            changes.add("label_smoothing=" + PythonLiteral.typed(now.labelSmoothing()));
        }
        if (now.reduction() != then.reduction()) {
            changes.add("reduction='" + now.reduction().torchName() + "'");
        }
    }

    private void weight(String name, @Nullable Tensor then, @Nullable Tensor now) {
        if (!Objects.equals(then, now)) {
            changes.add(name + "=" + (now == null ? "None" : now.shape().toString()));
        }
    }
}
