package lossgrid.ui.side;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Denominator;
import lossgrid.model.analysis.Ledger;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Section;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.PixelSelection;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.SideText;
import lossgrid.words.TextKey;

/**
 * The sum of the pixels' losses to one number: the counted pixels, numerator, denominator and its formula, the share of
 * the selected pixel, and the mean of the batches' means for comparison.
 */
public final class LedgerSection extends Section {
    private static final int MOST_TERMS = 3;

    private final Workspace workspace;
    private final Messages messages;
    private final GridPane table = SectionNodes.facts();
    private final VBox notes = new VBox();
    private final BatchMeansPane batches;
    private int rows;

    public LedgerSection(Workspace workspace) {
        super(workspace.messages(), SideText.LEDGER);
        this.workspace = workspace;
        messages = workspace.messages();
        batches = new BatchMeansPane(messages);
        notes.getStyleClass().add("notes");
        getChildren().addAll(table, notes, batches);
        workspace
                .session()
                .follow(
                        Frame::facts,
                        this::refresh,
                        workspace.view().selectionProperty(),
                        messages.languageProperty(),
                        workspace.view().colorsProperty());
        refresh();
    }

    private void refresh() {
        table.getChildren().clear();
        notes.getChildren().clear();
        rows = 0;
        Analysis analysis = workspace.session().analysis();
        Optional<LossResult> loss = analysis.loss().value();
        loss.ifPresentOrElse(
                result -> fill(analysis, result), () -> hint("ledger-waiting", messages.get(SideText.LEDGER_REFUSED)));
        SectionNodes.show(notes, !notes.getChildren().isEmpty());
        batches.show(workspace.session().frame().facts().batchMeans());
    }

    private void fill(Analysis analysis, LossResult loss) {
        boolean summed = loss.reduction() != Reduction.NONE;
        boolean divided = loss.reduction() == Reduction.MEAN;
        row(
                analysis.experiment().isBinary() ? SideText.LEDGER_VALUES_COUNTED : SideText.LEDGER_COUNTED,
                messages.get(SideText.LEDGER_COUNTED_OF, loss.counted(), loss.pixels()));
        row(SideText.LEDGER_NUMERATOR, summed ? number(loss.numerator()) : "—");
        row(SideText.LEDGER_DENOMINATOR, divided ? number(loss.denominator()) : "—");
        if (summed) {
            workspace.session().frame().facts().denominator().ifPresent(this::form);
        }
        row(SideText.LEDGER_SHARE, summed ? share(analysis, loss) : "—");
        note(analysis, loss);
    }

    private String share(Analysis analysis, LossResult loss) {
        PixelSelection at = workspace.view().selection();
        OptionalInt element = Ledger.elementAt(analysis.experiment(), loss, at.n(), at.c(), at.h(), at.w());
        OptionalDouble share = element.isPresent() ? Ledger.share(loss, element.getAsInt()) : OptionalDouble.empty();
        return share.isPresent() ? NumberDisplay.percent(share.getAsDouble()) : "—";
    }

    /** Shows the formula of the denominator in small type under it. */
    private void form(Denominator denominator) {
        Label form = SectionNodes.label(formText(denominator), "form", "mono");
        form.setId("ledger-form");
        table.add(form, 0, rows++, 2, 1);
        GridPane.setHalignment(form, HPos.RIGHT);
    }

    private String formText(Denominator denominator) {
        return switch (denominator) {
            case Denominator.Pixels(int pixels, int ignored) -> pixels(pixels, ignored);
            case Denominator.Values(int values) -> messages.get(SideText.LEDGER_FORM_VALUES, values);
            case Denominator.Weights(var terms, var _) ->
                terms.size() > MOST_TERMS
                        ? messages.get(SideText.LEDGER_FORM_MANY_WEIGHTS, terms.size())
                        : messages.get(
                                SideText.LEDGER_FORM_WEIGHTS,
                                terms.isEmpty()
                                        ? "0"
                                        : terms.stream()
                                                .map(LedgerSection::term)
                                                .collect(Collectors.joining(" + ")));
            case Denominator.Nothing() -> messages.get(SideText.LEDGER_FORM_NOTHING);
        };
    }

    private String pixels(int pixels, int ignored) {
        return ignored == 0
                ? messages.get(SideText.LEDGER_FORM_PIXELS, pixels)
                : messages.get(SideText.LEDGER_FORM_IGNORED, pixels, ignored);
    }

    private static String term(Denominator.Term term) {
        return NumberDisplay.shortest(term.mass()) + "·" + NumberDisplay.shortest(term.weight());
    }

    private void note(Analysis analysis, LossResult loss) {
        switch (loss.reduction()) {
            case NONE ->
                hint(
                        "ledger-none",
                        messages.get(
                                SideText.LEDGER_NOT_REDUCED, loss.lossPerPixel().shape()));
            case SUM -> {}
            case MEAN -> noteOnMean(analysis, loss);
        }
    }

    private void noteOnMean(Analysis analysis, LossResult loss) {
        if (Denominator.leavesOutWeight(analysis)) {
            hint("ledger-scaled", messages.get(SideText.LEDGER_SCALED_ONLY));
        }
        if (loss.counted() == 0 && loss.pixels() > 0) {
            String ignoreIndex = Long.toString(analysis.experiment().options().ignoreIndex());
            caution(messages.get(SideText.LEDGER_ALL_IGNORED, ignoreIndex));
        } else if (loss.denominator() == 0) {
            caution(messages.get(SideText.LEDGER_NO_WEIGHT, number(loss.value())));
        }
    }

    private void hint(String id, String text) {
        Label hint = SectionNodes.note(text, "hint");
        hint.setId(id);
        notes.getChildren().add(hint);
    }

    private void caution(String text) {
        Label caution = SectionNodes.note(text, "caution");
        caution.setId("ledger-nan");
        notes.getChildren().add(caution);
    }

    private String number(double value) {
        return workspace.view().colors().text(value);
    }

    private void row(TextKey name, String value) {
        Label right = SectionNodes.label(value, "mono");
        right.setId(name.key());
        table.addRow(rows++, new Label(messages.get(name)), right);
    }
}
