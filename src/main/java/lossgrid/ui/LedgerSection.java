package lossgrid.ui;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import lossgrid.core.LossResult;
import lossgrid.model.Analysis;
import lossgrid.model.Ledger;
import lossgrid.paint.Numbers;

/** How the losses of the pixels add up to the one number: what counts, numerator, denominator, and the share of the selected pixel. */
final class LedgerSection extends Section {
    private static final double PERCENT = 100;

    private final Workspace workspace;
    private final GridPane table = new GridPane();

    LedgerSection(Workspace workspace) {
        super(workspace, Text.LEDGER);
        this.workspace = workspace;
        table.getStyleClass().add("facts-table");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        table.getColumnConstraints().setAll(names, values);
        getChildren().add(table);
        workspace.session().analysisProperty().subscribe(this::refresh);
        workspace.view().selectionProperty().subscribe(this::refresh);
        workspace.view().colorsProperty().subscribe(this::refresh);
        workspace.messages().languageProperty().subscribe(this::refresh);
        refresh();
    }

    private void refresh() {
        table.getChildren().clear();
        Analysis analysis = workspace.session().analysis();
        analysis.loss().value().ifPresent(loss -> fill(analysis, loss));
    }

    private void fill(Analysis analysis, LossResult loss) {
        Messages messages = workspace.messages();
        int digits = workspace.view().colors().digits();
        row(0, Text.LEDGER_COUNTED, messages.get(Text.LEDGER_COUNTED_OF, loss.counted(), loss.pixels()));
        row(1, Text.LEDGER_NUMERATOR, Numbers.fixed(loss.numerator(), digits));
        row(2, Text.LEDGER_DENOMINATOR, Numbers.fixed(loss.denominator(), digits));
        PixelSelection at = workspace.view().selection();
        OptionalInt element = Ledger.elementAt(analysis.experiment(), loss, at.n(), at.c(), at.h(), at.w());
        OptionalDouble share = element.isPresent() ? Ledger.share(loss, element.getAsInt()) : OptionalDouble.empty();
        row(3, Text.LEDGER_SHARE, share.isPresent() ? Numbers.fixed(PERCENT * share.getAsDouble(), 1) + " %" : "—");
    }

    private void row(int row, Text name, String value) {
        Label right = new Label(value);
        right.getStyleClass().add("mono");
        right.setId(name.key());
        table.addRow(row, new Label(workspace.messages().get(name)), right);
    }
}
