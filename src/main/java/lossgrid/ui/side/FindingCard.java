package lossgrid.ui.side;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixPreview;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.DoctorText;
import lossgrid.words.FindingText;
import lossgrid.words.Text;

/**
 * One finding: the evidence, the outcome in PyTorch, the reason, and the fixes, each with the loss that it would give.
 */
public final class FindingCard extends VBox {
    private final Workspace workspace;
    private final Messages messages;
    private final FindingText texts;
    private final Finding finding;
    private final boolean isWhole;

    /** @param isWhole whether there is room for everything; otherwise it shows the outcome and the first fix */
    public FindingCard(Workspace workspace, Finding finding, boolean isWhole) {
        this.workspace = workspace;
        this.finding = finding;
        this.isWhole = isWhole;
        messages = workspace.messages();
        texts = FindingText.in(messages.language());
        String id = "finding-" + finding.kind().key();
        setId(id);
        getStyleClass().addAll("finding", finding.severity().name().toLowerCase(Locale.ROOT));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(spoken());
        setFocusTraversable(true);
        Label title = SectionNodes.note(texts.title(finding), "finding-title");
        getChildren().addAll(title, SectionNodes.note(texts.seen(finding), "finding-text"), outcome());
        if (isWhole) {
            getChildren().add(SectionNodes.note(texts.why(finding), "finding-text"));
        }
        List<Fix> fixes =
                isWhole ? finding.fixes() : finding.fixes().stream().limit(1).toList();
        for (int i = 0; i < fixes.size(); i++) {
            // A note asks for nothing, so none of its buttons stands out.
            boolean isBest = i == 0 && finding.severity() != Severity.NOTE;
            addFix(fixes.get(i), isBest, id + "-fix-" + i);
        }
        if (!finding.cells().isEmpty()) {
            getChildren().add(new FlowPane(showCells(id)));
        }
    }

    private String spoken() {
        return String.join(
                " ",
                texts.severity(finding.severity()) + ":",
                texts.title(finding),
                texts.seen(finding),
                texts.outcome(finding.outcome()),
                texts.why(finding));
    }

    private Node outcome() {
        Label words = SectionNodes.note(texts.outcome(finding.outcome()), "finding-outcome");
        words.getStyleClass()
                .add(
                        switch (finding.outcome()) {
                            case Outcome.Raises _ -> "raises";
                            case Outcome.SilentlyWrong _ -> "silent";
                            case Outcome.Harmless _ -> "harmless";
                        });
        if (finding.outcome() instanceof Outcome.Raises) {
            words.getStyleClass().add("mono");
        }
        return words;
    }

    private void addFix(Fix fix, boolean isBest, String id) {
        Label changes = SectionNodes.note("", "fix-changes");
        changes.setId(id + "-changes");
        changes.getStyleClass().add("mono");
        SectionNodes.show(changes, false);
        getChildren().addAll(fixRow(fix, isBest, id, changes), changes);
    }

    private Node fixRow(Fix fix, boolean isBest, String id, Label changes) {
        Button chosenFix = new Button(texts.fix(fix));
        chosenFix.setId(id);
        chosenFix.setWrapText(true);
        chosenFix.setMnemonicParsing(false);
        chosenFix.setMinHeight(Region.USE_PREF_SIZE);
        if (isBest) {
            chosenFix.getStyleClass().add("accent");
        }
        chosenFix.setOnAction(_ -> workspace.diagnosis().apply(fix));
        chosenFix.hoverProperty().subscribe(at -> propose(fix, at));
        chosenFix.focusedProperty().subscribe(at -> propose(fix, at));
        Label preview = SectionNodes.label("", "finding-preview", "mono");
        preview.setMinWidth(Region.USE_PREF_SIZE);
        if (isWhole) {
            workspace.diagnosis().preview(fix, result -> {
                showPreview(preview, chosenFix, result.loss());
                changes.setText(String.join(" · ", result.changes()));
                SectionNodes.show(changes, !result.changes().isEmpty());
            });
        }
        HBox row = new HBox(chosenFix, SectionNodes.spacer(), preview);
        if (isWhole) {
            row.getChildren().add(compare(fix, id));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("fix-row");
        HBox.setHgrow(chosenFix, Priority.SOMETIMES);
        return row;
    }

    /** A button that compares the document before and after the fix. */
    private Button compare(Fix fix, String id) {
        Button compare = new Button("⇆");
        compare.setId(id + "-compare");
        compare.getStyleClass().add("fix-compare");
        compare.setMinWidth(Region.USE_PREF_SIZE);
        compare.setAccessibleText(
                messages.get(Text.SPOKEN_PAIR, messages.get(DoctorText.COMPARE_WITH_FIX), texts.fix(fix)));
        Tooltips.install(compare, messages, DoctorText.COMPARE_WITH_FIX);
        compare.setOnAction(_ -> workspace
                .diagnosis()
                .whole(fix, whole -> workspace.view().comparing().showFix(finding, whole)));
        return compare;
    }

    /** Shows the steps of the fix with the pointer or the focus. */
    private void propose(Fix fix, boolean isPointedAt) {
        ObjectProperty<Optional<Fix>> proposed = workspace.view().proposedProperty();
        if (isPointedAt) {
            proposed.set(Optional.of(fix));
        } else if (proposed.get().equals(Optional.of(fix))) {
            proposed.set(Optional.empty());
        }
    }

    private void showPreview(Label preview, Button chosenFix, FixPreview result) {
        String text =
                switch (result.after()) {
                    case FixPreview.Result.Loss(double after) ->
                        messages.get(DoctorText.FIX_PREVIEW, before(result.before()), number(after));
                    case FixPreview.Result.Raises _ -> messages.get(DoctorText.FIX_STILL_REFUSED);
                };
        preview.setText(text);
        chosenFix.setAccessibleText(messages.get(Text.SPOKEN_PAIR, chosenFix.getText(), text));
    }

    private String before(FixPreview.Result result) {
        return switch (result) {
            case FixPreview.Result.Loss(double value) -> number(value);
            case FixPreview.Result.Raises _ -> "—";
        };
    }

    private String number(double value) {
        return workspace.view().colors().text(value);
    }

    private ToggleButton showCells(String id) {
        ToggleButton show = new ToggleButton(messages.get(DoctorText.FINDING_SHOW));
        show.setId(id + "-show");
        Optional<MarkedCells> marks = Optional.of(finding.cells());
        show.setSelected(workspace.view().marksProperty().get().equals(marks));
        show.setOnAction(_ -> workspace.view().marksProperty().set(show.isSelected() ? marks : Optional.empty()));
        return show;
    }
}
