package lossgrid.ui.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.EncodingScript;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.EncodingChain;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.ui.control.BesideOrBelow;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.DoctorText;
import org.jspecify.annotations.Nullable;

/** The chain of encoding steps: raw labels, each step with its result, and a menu of steps to add. */
public final class EncodingPane extends VBox implements StepRow.Actions {
    private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("drop-before");
    private static final PseudoClass AFTER = PseudoClass.getPseudoClass("drop-after");

    private final Session session;
    private final Workspace workspace;
    private final Messages messages;
    private final PopoverLayer popovers;
    private final String ids;
    private final VBox list = new VBox();
    private final StepMenu menu;
    private List<StepRow> rows = List.of();
    private Optional<Analysis> proposed = Optional.empty();
    private @Nullable StepEditor editor;
    private @Nullable StepRow held;

    /** @param ids the prefix of its nodes' ids */
    public EncodingPane(Workspace workspace, PopoverLayer popovers, String ids) {
        this.ids = ids;
        this.workspace = workspace;
        this.popovers = popovers;
        session = workspace.session();
        messages = workspace.messages();
        setId(ids + "encoding");
        getStyleClass().add("encoding");
        list.getStyleClass().add("steps");
        menu = new StepMenu(workspace, ids, this::add);
        Button copy = SectionNodes.button(ids + "encoding-copy", messages.bind(DoctorText.ENCODING_COPY), this::copy);
        FlowPane buttons = new FlowPane(menu, copy);
        buttons.getStyleClass().add("encoding-buttons");
        getChildren().addAll(list, buttons);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, this::dropped);
    }

    /** Shows, beside the chain, the steps that {@code after} has and the document lacks. */
    public void propose(Optional<Analysis> after) {
        proposed = after;
        refresh(session.analysis());
    }

    public void refresh(Analysis analysis) {
        int focused = focusedRow();
        List<Node> nodes = new ArrayList<>();
        List<StepRow> steps = new ArrayList<>();
        nodes.add(first(analysis));
        List<EncodingStep> chain = analysis.experiment().encoding();
        for (int i = 0; i < chain.size(); i++) {
            StepRow row = new StepRow(i, chain.get(i), analysis.encodingSteps().get(i), this, messages, ids);
            steps.add(row);
            nodes.add(row);
        }
        rows = List.copyOf(steps);
        proposed.ifPresent(after -> addProposed(nodes, chain, after));
        list.getChildren().setAll(nodes);
        StepEditor open = editor;
        if (open != null && open.getScene() != null) {
            if (!open.refresh()) {
                popovers.close();
            }
        } else if (focused >= 0) {
            focus(focused);
        }
    }

    /** The row of the raw labels, before any step. */
    private HBox first(Analysis analysis) {
        Label number = SectionNodes.label("1", "step-number", "mono");
        Label code = SectionNodes.label(EncodingScript.FIRST_LINE, "step-code", "mono");
        BesideOrBelow words = new BesideOrBelow(
                code, StepRow.facts(analysis.experiment().labels().summary()));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(number, words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setId(ids + "step-first");
        row.getStyleClass().addAll("step-row", "step-line");
        return row;
    }

    private static void addProposed(List<Node> nodes, List<EncodingStep> chain, Analysis after) {
        List<EncodingStep> others = after.experiment().encoding();
        int same = 0;
        while (same < Math.min(chain.size(), others.size()) && chain.get(same).equals(others.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(chain.size(), others.size()) - same
                && chain.get(chain.size() - 1 - tail).equals(others.get(others.size() - 1 - tail))) {
            tail++;
        }
        for (int i = same; i < others.size() - tail; i++) {
            nodes.add(
                    1 + i, StepRow.proposed(others.get(i), after.encodingSteps().get(i)));
        }
    }

    private List<EncodingStep> chain() {
        return session.experiment().encoding();
    }

    private int focusedRow() {
        for (StepRow row : rows) {
            if (row.isFocusWithin()) {
                return row.at();
            }
        }
        return -1;
    }

    private void focus(int at) {
        if (rows.isEmpty()) {
            menu.requestFocus();
        } else {
            rows.get(Math.clamp(at, 0, rows.size() - 1)).requestFocus();
        }
    }

    private void apply(Edit edit, int focus) {
        session.apply(edit);
        focus(focus);
    }

    private void add(EncodingStep step) {
        apply(EncodingChain.append(chain(), step), chain().size());
    }

    @Override
    public void toggle(int at) {
        apply(EncodingChain.toggle(chain(), at), at);
    }

    @Override
    public void remove(int at) {
        apply(EncodingChain.remove(chain(), at), at);
    }

    @Override
    public void move(int at, int by) {
        int to = Math.clamp(at + by, 0, chain().size() - 1);
        if (to != at) {
            apply(EncodingChain.move(chain(), at, to), to);
        }
    }

    @Override
    public void edit(int at, Region beside) {
        StepEditor opened = new StepEditor(workspace, at);
        editor = opened;
        popovers.toggle(beside, opened);
    }

    private void copy() {
        Analysis analysis = session.analysis();
        workspace.documents().compute(() -> EncodingScript.of(analysis), workspace.notices()::copyCode);
    }

    /** Starts dragging a row, unless the press is on its buttons or its check box. */
    private void pressed(MouseEvent event) {
        held = null;
        for (Node up = event.getTarget() instanceof Node node ? node : null; up != null; up = up.getParent()) {
            if (up instanceof ButtonBase) {
                return;
            }
            if (up instanceof StepRow row) {
                held = row;
                return;
            }
        }
    }

    private void dragged(MouseEvent event) {
        StepRow row = held;
        if (row != null) {
            markDrop(row.at(), target(event));
        }
    }

    /** The new index of the dragged row: that of the row under the pointer. */
    private int target(MouseEvent event) {
        return StepRow.indexAt(
                rows, list.sceneToLocal(event.getSceneX(), event.getSceneY()).getY());
    }

    private void dropped(MouseEvent event) {
        StepRow row = held;
        held = null;
        if (row != null) {
            int to = target(event);
            markDrop(row.at(), row.at());
            move(row.at(), to - row.at());
        }
    }

    private void markDrop(int from, int to) {
        for (StepRow row : rows) {
            row.pseudoClassStateChanged(BEFORE, row.at() == to && to < from);
            row.pseudoClassStateChanged(AFTER, row.at() == to && to > from);
        }
    }
}
