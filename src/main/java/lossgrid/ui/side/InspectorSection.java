package lossgrid.ui.side;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.derivation.Derivation;
import lossgrid.ui.control.FirstFrame;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Section;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.formula.FormulaView;
import lossgrid.ui.formula.TermHighlight;
import lossgrid.ui.formula.Typesetter;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.PixelSelection;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.SideText;
import lossgrid.words.TextKey;

/**
 * The derivation of the selected pixel, from its logits to the loss and its gradient. Pointing at a symbol outlines its
 * cells, and the other way round.
 */
public final class InspectorSection extends Section {
    private static final Duration COPIED_SHOWN = Duration.seconds(1.5);

    private final Workspace workspace;
    private final Typesetter typesetter = new Typesetter();
    private final VBox lines = new VBox();
    private final List<FormulaView> formulas = new ArrayList<>();
    private final Button copy = new Button();
    private final PauseTransition copied = new PauseTransition(COPIED_SHOWN);
    private Derivation derivation;

    public InspectorSection(Workspace workspace) {
        this.workspace = workspace;
        derivation = derive(workspace);
        lines.getStyleClass().add("derivation");
        lines.setFillWidth(true);
        lines.addEventHandler(KeyEvent.KEY_PRESSED, this::moveBetweenLines);
        copy.setId("copy-latex");
        copy.getStyleClass().add("copy-latex");
        copy.setOnAction(_ -> copy());
        copied.setOnFinished(_ -> nameCopy());
        LegendPane legend =
                new LegendPane(workspace.messages(), workspace.view().legendProperty());
        HBox foot = new HBox(copy, legend.toggle());
        foot.getStyleClass().add("derivation-foot");
        getChildren().addAll(lines, foot, legend);
        workspace
                .session()
                .follow(
                        Frame::analysis,
                        this::refresh,
                        workspace.view().selectionProperty(),
                        workspace.messages().languageProperty());
        workspace.view().highlightProperty().subscribe(cells -> formulas.forEach(line -> line.highlight(cells)));
        onWindow(window -> {
            loadOnceShowing(window.isShowing());
            window.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> loadOnceShowing(true));
        });
        refresh();
    }

    private String heading() {
        Messages messages = workspace.messages();
        Derivation.Coordinate at = derivation.at();
        Analysis analysis = workspace.session().analysis();
        boolean hasOwnLoss =
                analysis.experiment().isBinary() && analysis.experiment().channels() > 1;
        String channel = hasOwnLoss ? messages.get(SideText.PIXEL_CHANNEL, String.valueOf(at.c())) : "";
        String label = derivation
                .label()
                .map(y -> messages.get(SideText.PIXEL_LABEL, y))
                .orElse("");
        return messages.get(SideText.PIXEL, String.valueOf(at.n()), String.valueOf(at.h()), String.valueOf(at.w()))
                + channel
                + label;
    }

    private static Derivation derive(Workspace workspace) {
        Analysis analysis = workspace.session().analysis();
        PixelSelection at = workspace.view().selection();
        int c = Math.min(at.c(), analysis.experiment().channels() - 1);
        return Derivation.of(analysis, at.n(), c, at.h(), at.w());
    }

    private void loadOnceShowing(boolean showing) {
        if (showing && !typesetter.isReady()) {
            FirstFrame.then(typesetter::loadInBackground);
        }
    }

    /** Runs {@code action} as soon as formulas can be typeset. */
    public void whenTypeset(Runnable action) {
        typesetter.readyProperty().subscribe(isReady -> {
            if (isReady) {
                action.run();
            }
        });
    }

    /** Typesets at once for an image, which does not have later frames in which formulas could appear. */
    @Override
    protected double computePrefHeight(double width) {
        if (getScene() != null && getScene().getWindow() == null) {
            typesetter.loadNow();
        }
        return super.computePrefHeight(width);
    }

    private void refresh() {
        derivation = derive(workspace);
        title(heading());
        int used = 0;
        List<Node> shown = new ArrayList<>();
        for (Derivation.Line line : derivation.lines()) {
            shown.add(
                    switch (line) {
                        case Derivation.Line.Formula formula -> show(formula, used++);
                        case Derivation.Line.Raises exception -> label(exception.text(), "refusal");
                        case Derivation.Line.Remark remark -> label(text(remark), "remark");
                    });
        }
        if (!lines.getChildren().equals(shown)) {
            lines.getChildren().setAll(shown);
        }
        nameCopy();
    }

    private FormulaView show(Derivation.Line.Formula formula, int index) {
        if (index == formulas.size()) {
            formulas.add(new FormulaView(
                    typesetter, workspace.resolution(), workspace.view().highlightProperty()::set));
        }
        Analysis analysis = workspace.session().analysis();
        FormulaView view = formulas.get(index);
        view.show(formula, cells -> TermHighlight.highlight(cells, analysis), name(formula.step()));
        return view;
    }

    private static Label label(String text, String style) {
        Label label = SectionNodes.label(text, style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private String name(Derivation.Step step) {
        return workspace
                .messages()
                .get(
                        switch (step) {
                            case LOGITS -> SideText.STEP_LOGITS;
                            case PROBABILITIES -> SideText.STEP_PROBABILITIES;
                            case TARGET -> SideText.STEP_TARGET;
                            case LOSS -> SideText.STEP_LOSS;
                            case REDUCTION -> SideText.STEP_REDUCTION;
                            case GRADIENT -> SideText.STEP_GRADIENT;
                        });
    }

    private String text(Derivation.Line.Remark remark) {
        TextKey text =
                switch (remark.note()) {
                    case IGNORED -> SideText.NOTE_IGNORED;
                    case CLAMPED -> SideText.NOTE_CLAMPED;
                    case SATURATED -> SideText.NOTE_SATURATED;
                    case SECOND_SOFTMAX -> SideText.NOTE_SECOND_SOFTMAX;
                    case HARMLESS_SOFTMAX -> SideText.NOTE_HARMLESS_SOFTMAX;
                    case SECOND_SIGMOID -> SideText.NOTE_SECOND_SIGMOID;
                    case NO_LOGARITHM -> SideText.NOTE_NO_LOGARITHM;
                    case NO_PROBABILITIES -> SideText.NOTE_NO_PROBABILITIES;
                    case OTHER_AXIS -> SideText.NOTE_OTHER_AXIS;
                    case ZERO_LOG_ZERO -> SideText.NOTE_ZERO_LOG_ZERO;
                    case BROADCAST -> SideText.NOTE_BROADCAST;
                    case UNREDUCED -> SideText.NOTE_UNREDUCED;
                };
        return workspace.messages().get(text, remark.arguments().toArray());
    }

    private void moveBetweenLines(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        List<FormulaView> shown = shownFormulas();
        int next = step + focusedAmong(shown);
        if (step != 0 && next >= 0 && next < shown.size()) {
            shown.get(next).requestFocus();
            event.consume();
        }
    }

    private static int focusedAmong(List<FormulaView> shown) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    /** The lines that are formulas, from top to bottom. */
    List<FormulaView> shownFormulas() {
        return formulas.stream().filter(line -> line.getParent() != null).toList();
    }

    public boolean isTypeset() {
        return typesetter.isReady();
    }

    private void nameCopy() {
        copied.stop();
        copy.setText(workspace.messages().get(SideText.COPY_LATEX));
    }

    private void copy() {
        workspace.notices().copyLatex("\\[\n" + derivation.latex() + "\\]\n");
        copy.setText(workspace.messages().get(SideText.COPIED));
        copied.playFromStart();
    }

    public Optional<FormulaView> line(Derivation.Step step) {
        return shownFormulas().stream()
                .filter(line -> line.formula().step() == step)
                .findFirst();
    }
}
