package lossgrid.ui.side;

import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossgrid.model.analysis.BatchMeans;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.words.SideText;
import lossgrid.words.TextKey;

/**
 * A switch between the mean over all pixels and the mean of the batches' means, which shows batch by batch where the
 * two differ.
 */
final class BatchMeansPane extends VBox {
    private static final double GAP = 7;
    private static final int COLUMNS = 4;
    private static final int MOST_BATCHES = 8;

    private final Messages messages;
    private final ToggleButton overAll = new ToggleButton();
    private final ToggleButton ofMeans = new ToggleButton();
    private final VBox details = new VBox(GAP);
    private Optional<BatchMeans> shown = Optional.empty();

    BatchMeansPane(Messages messages) {
        super(GAP);
        this.messages = messages;
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(overAll, ofMeans);
        overAll.setSelected(true);
        prepare(overAll, SideText.LEDGER_SWITCH_ALL, SideText.LEDGER_OVER_ALL, "mean-over-all", "left-pill");
        prepare(ofMeans, SideText.LEDGER_SWITCH_BATCHES, SideText.LEDGER_OF_MEANS, "mean-of-means", "right-pill");
        getChildren().addAll(new HBox(overAll, ofMeans), details);
        ofMeans.selectedProperty().subscribe(this::refresh);
    }

    private void prepare(ToggleButton button, TextKey text, TextKey whole, String id, String pill) {
        button.textProperty().bind(messages.bind(text));
        button.accessibleTextProperty().bind(messages.bind(whole));
        button.setMinWidth(USE_PREF_SIZE);
        button.setId(id);
        button.getStyleClass().add(pill);
        // One side of the switch is always selected.
        button.setOnAction(_ -> button.setSelected(true));
    }

    /** Shows these means; hidden where there is no mean, or only one batch to take it over. */
    void show(Optional<BatchMeans> means) {
        shown = means.filter(found -> found.batches().size() > 1);
        SectionNodes.show(this, shown.isPresent());
        refresh();
    }

    private void refresh() {
        details.getChildren().clear();
        SectionNodes.show(details, ofMeans.isSelected() && shown.isPresent());
        if (ofMeans.isSelected()) {
            shown.ifPresent(means -> details.getChildren().addAll(table(means), totals(means), why(means)));
        }
    }

    private GridPane table(BatchMeans means) {
        GridPane table = new GridPane();
        table.getStyleClass().add("batch-table");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            column.setHgrow(Priority.ALWAYS);
            table.getColumnConstraints().add(column);
        }
        table.addRow(
                0,
                head(SideText.LEDGER_BATCH),
                head(SideText.LEDGER_BATCH_NUMERATOR),
                head(SideText.LEDGER_BATCH_DENOMINATOR),
                head(SideText.LEDGER_BATCH_MEAN));
        List<BatchMeans.Batch> batches = means.batches();
        int rows = Math.min(batches.size(), MOST_BATCHES);
        for (int n = 0; n < rows; n++) {
            BatchMeans.Batch batch = batches.get(n);
            table.addRow(
                    n + 1,
                    mono("n=" + n),
                    mono(number(batch.numerator())),
                    mono(number(batch.denominator())),
                    mono(number(batch.mean())));
        }
        if (rows < batches.size()) {
            Label more = SectionNodes.label(messages.get(SideText.LEDGER_MORE_BATCHES, batches.size() - rows), "head");
            table.add(more, 0, rows + 1, COLUMNS, 1);
        }
        return table;
    }

    private GridPane totals(BatchMeans means) {
        GridPane totals = SectionNodes.facts();
        addTotal(totals, SideText.LEDGER_OF_MEANS, number(means.ofMeans()));
        addTotal(totals, SideText.LEDGER_OVER_ALL, number(means.overAll()));
        double difference = means.sameDenominators() && !means.hasEmptyBatch() ? 0 : means.difference();
        addTotal(totals, SideText.LEDGER_DIFFERENCE, (difference > 0 ? "+" : "") + number(difference));
        return totals;
    }

    private void addTotal(GridPane totals, TextKey name, String value) {
        Label right = mono(value);
        right.setId(name.key());
        right.getStyleClass().add("total");
        totals.addRow(totals.getRowCount(), new Label(messages.get(name)), right);
    }

    private Label why(BatchMeans means) {
        double[] denominators = means.batches().stream()
                .mapToDouble(BatchMeans.Batch::denominator)
                .sorted()
                .toArray();
        String text = means.hasEmptyBatch()
                ? messages.get(SideText.LEDGER_MEANS_NAN)
                : means.sameDenominators()
                        ? messages.get(SideText.LEDGER_MEANS_EQUAL)
                        : messages.get(
                                SideText.LEDGER_MEANS_DIFFER,
                                NumberDisplay.grouped(NumberDisplay.shortest(denominators[0])),
                                NumberDisplay.grouped(NumberDisplay.shortest(denominators[denominators.length - 1])));
        Label why = SectionNodes.note(text, "hint");
        why.setId("ledger-why");
        return why;
    }

    private Label head(TextKey text) {
        return SectionNodes.label(messages.get(text), "head");
    }

    private static String number(double value) {
        return NumberDisplay.grouped(NumberDisplay.fixed(value));
    }

    private static Label mono(String text) {
        return SectionNodes.label(text, "mono");
    }
}
