package lossgrid.ui.side;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.WindowEvent;
import lossgrid.core.array.DecimalText;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.edit.Descent;
import lossgrid.model.edit.LossTrace;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.ui.control.FocusKeeper;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Section;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.SideText;
import lossgrid.words.Text;

/** Gradient descent on the logits: the rate, one step or many, and the loss over the steps. */
public final class DescentSection extends Section {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final double FIRST_RATE = 1;
    /** The slider's ends, as powers of ten. */
    private static final int SLOWEST = -3;

    private static final int FASTEST = 3;
    private static final double TICKS_A_DECADE = 10;

    private final Session session;
    private final Messages messages;
    private final ViewState view;
    private final DescentRun run;
    private final KeptRanges ranges;
    private final TextField rateField = new TextField();
    private final Slider rateSlider = new Slider(SLOWEST, FASTEST, Math.log10(FIRST_RATE));
    private final Button step = button("descent-step");
    private final Button toggle = button("descent-run");
    private final Button reset = button("descent-reset");
    private final Label steps = value("descent-steps");
    private final Label lossName = new Label();
    private final Label loss = value("descent-loss");
    private final FlowPane kept = new FlowPane();
    private final LossCurve curve;
    private final Label note = SectionNodes.note("", "caution");
    /** Whether the slider follows the field, not the other way round. */
    private boolean isFieldChanging;

    public DescentSection(Workspace workspace) {
        super(workspace.messages(), SideText.DESCENT);
        session = workspace.session();
        messages = workspace.messages();
        view = workspace.view();
        ranges = new KeptRanges(workspace);
        curve = new LossCurve(messages);
        note.setId("descent-note");
        Label code = SectionNodes.label("x = x - η * x.grad", "card-expression", "mono");
        getChildren().addAll(code, rateLine(), buttons(), note, keptLine(), facts(), curve);
        run = new DescentRun(session, ranges::keep, this::refresh);
        messages.languageProperty().subscribe(this::refresh);
        // A run in a closed window would never end.
        onWindow(window -> window.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> {
            if (run.isRunning()) {
                run.stop();
            }
        }));
        refresh();
    }

    private static Button button(String id) {
        Button button = new Button();
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Label value(String id) {
        Label value = SectionNodes.label("", "mono");
        value.setId(id);
        return value;
    }

    private HBox rateLine() {
        Label name = new Label();
        name.textProperty().bind(messages.bind(SideText.DESCENT_RATE));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(rateField);
        rateField.setId("descent-rate");
        rateField.getStyleClass().add("mono");
        rateField.setText(NumberDisplay.shortest(FIRST_RATE));
        rateField.accessibleTextProperty().bind(messages.bind(SideText.DESCENT_RATE));
        rateSlider.setId("descent-slider");
        rateSlider.accessibleTextProperty().bind(messages.bind(SideText.DESCENT_RATE));
        rateSlider.setBlockIncrement(1 / TICKS_A_DECADE);
        HBox.setHgrow(rateSlider, Priority.ALWAYS);
        rateField.textProperty().addListener((_, _, text) -> typed(text));
        rateSlider.valueProperty().addListener((_, _, power) -> slid(power.doubleValue()));
        HBox line = new HBox(name, rateField, rateSlider);
        line.getStyleClass().add("descent-rate");
        return line;
    }

    private void typed(String text) {
        OptionalDouble rate = Descent.rate(text);
        if (rate.isPresent()) {
            isFieldChanging = true;
            rateSlider.setValue(Math.log10(rate.getAsDouble()));
            isFieldChanging = false;
            run.setRate(rate.getAsDouble());
        } else if (run.isRunning()) {
            run.stop();
        } else {
            refresh();
        }
    }

    /** Sets the rate from the slider, rounded to two figures. */
    private void slid(double power) {
        if (!isFieldChanging) {
            double rate = Math.pow(10, Math.round(power * TICKS_A_DECADE) / TICKS_A_DECADE);
            double unit = Math.pow(10, Math.floor(Math.log10(rate)) - 1);
            rateField.setText(NumberDisplay.shortest(Math.round(rate / unit) * unit));
        }
    }

    private HBox buttons() {
        step.textProperty().bind(messages.bind(SideText.DESCENT_STEP));
        step.setOnAction(_ -> run.step());
        toggle.setOnAction(_ -> {
            if (run.isRunning()) {
                run.stop();
            } else {
                run.run();
            }
        });
        reset.textProperty().bind(messages.bind(SideText.DESCENT_RESET));
        reset.setOnAction(_ -> run.reset());
        Tooltips.install(reset, messages, SideText.DESCENT_RESET_HINT);
        HBox buttons = new HBox(step, toggle, reset);
        buttons.getStyleClass().add("descent-buttons");
        return buttons;
    }

    /** Says that colours keep their ranges, and fits these on demand. */
    private FlowPane keptLine() {
        Label text = SectionNodes.label(messages.bind(SideText.DESCENT_KEPT), "hint");
        Button rescale = SectionNodes.button("descent-rescale", messages.bind(SideText.DESCENT_RESCALE), ranges::fit);
        kept.getChildren().addAll(text, rescale);
        kept.setId("descent-kept");
        kept.getStyleClass().add("descent-kept");
        return kept;
    }

    private GridPane facts() {
        GridPane facts = SectionNodes.facts();
        Label stepsName = new Label();
        stepsName.textProperty().bind(messages.bind(SideText.DESCENT_STEPS));
        facts.addRow(0, stepsName, steps);
        facts.addRow(1, lossName, loss);
        return facts;
    }

    private void refresh() {
        Analysis analysis = session.analysis();
        Optional<Descent.Reason> obstacle = session.frame().facts().obstacle();
        boolean rateIsBad = Descent.rate(rateField.getText()).isEmpty();
        boolean blocked = obstacle.isPresent() || rateIsBad;
        rateField.pseudoClassStateChanged(REFUSED, rateIsBad);
        toggle.setDisable(blocked && !run.isRunning());
        FocusKeeper.disable(step, blocked || run.isRunning(), toggle, reset, rateField);
        toggle.setText(messages.get(run.isRunning() ? SideText.DESCENT_STOP : SideText.DESCENT_RUN));
        FocusKeeper.disable(reset, run.trace().isEmpty(), step, toggle, rateField);
        if (run.trace().isEmpty() || run.ending().isPresent()) {
            ranges.release();
        }
        SectionNodes.show(kept, ranges.areKept());
        steps.setText(DecimalText.grouped(run.trace().map(LossTrace::steps).orElse(0)));
        boolean mean = analysis.experiment().options().reduction() == Reduction.MEAN;
        lossName.setText(messages.get(mean ? Text.MEAN_LOSS : Text.SUM_LOSS));
        loss.setText(analysis.loss()
                .value()
                .map(LossResult::value)
                .map(NumberDisplay::fixed)
                .orElse("—"));
        curve.show(run.trace());
        view.descentProperty().set(run.trace().map(trace -> new ViewState.DescentShown(trace, run.rate())));
        Optional<String> why = rateIsBad
                ? Optional.of(messages.get(SideText.DESCENT_BAD_RATE))
                : obstacle.map(reason -> explain(reason, analysis))
                        .or(() -> run.ending().flatMap(outcome -> explain(outcome, analysis)));
        note.setText(why.orElse(""));
        SectionNodes.show(note, why.isPresent());
    }

    private Optional<String> explain(Descent.Outcome ending, Analysis analysis) {
        return switch (ending) {
            case Descent.Outcome.Step _ -> Optional.empty();
            case Descent.Outcome.Still() -> Optional.of(messages.get(SideText.DESCENT_STILL));
            case Descent.Outcome.Impossible(var reason) -> Optional.of(explain(reason, analysis));
        };
    }

    private String explain(Descent.Reason reason, Analysis analysis) {
        return switch (reason) {
            case NO_LOSS -> messages.get(SideText.DESCENT_NO_LOSS);
            case LOSS_NOT_FINITE ->
                messages.get(
                        SideText.DESCENT_LOSS_NOT_FINITE,
                        NumberDisplay.fixed(
                                analysis.loss().value().orElseThrow().value()));
            case GRADIENT_NOT_FINITE -> messages.get(SideText.DESCENT_GRADIENT_NOT_FINITE);
            case STEP_NOT_FINITE -> messages.get(SideText.DESCENT_STEP_NOT_FINITE);
        };
    }
}
