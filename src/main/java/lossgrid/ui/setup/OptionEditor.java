package lossgrid.ui.setup;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossgrid.core.array.DType;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.OptionName;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.History;
import lossgrid.model.edit.OptionReader;
import lossgrid.model.text.ArrayText;
import lossgrid.model.text.Parsed;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.ui.control.CommitField;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.SegmentedControl;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;
import org.jspecify.annotations.Nullable;

/** Edits one option of the loss. Dimmed, with the reason as a tooltip, when the document's loss ignores it. */
public final class OptionEditor extends VBox {
    public static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

    private static final long[] USUAL_INDICES = {LossOptions.DEFAULT_IGNORE_INDEX, 255};
    private static final int MOST_SHOWN = 512;
    private static final int SMOOTHING_COLUMNS = 5;
    private static final double SMOOTHING_STEP = 0.05;

    private final Session session;
    private final Messages messages;
    private final OptionTexts texts;
    private final OptionName option;
    private final String id;
    private final Tooltip unread = new Tooltip();
    private final Label hint = SectionNodes.label("", "option-hint");
    private Runnable refreshValue = () -> {};

    /** @param place the place of the editor, a prefix of its nodes' ids */
    public OptionEditor(Workspace workspace, OptionName option, String place) {
        session = workspace.session();
        messages = workspace.messages();
        texts = new OptionTexts(workspace, dtype(option));
        this.option = option;
        id = place + "-" + option.torchName();
        getStyleClass().add("option-editor");
        Label name = SectionNodes.label(option.torchName(), "option-name", "mono");
        hint.setWrapText(true);
        getChildren()
                .addAll(
                        name,
                        switch (option) {
                            case REDUCTION -> reduction();
                            case IGNORE_INDEX -> ignoreIndex();
                            case WEIGHT -> array(OptionReader::weight);
                            case POS_WEIGHT -> array(OptionReader::posWeight);
                            case LABEL_SMOOTHING -> labelSmoothing();
                        },
                        hint);
        session.follow(Frame::document, this::refresh, messages.languageProperty());
        refresh();
    }

    private static DType dtype(OptionName option) {
        return switch (option) {
            case REDUCTION, IGNORE_INDEX -> DType.INT64;
            case WEIGHT, POS_WEIGHT -> DType.FLOAT32;
            case LABEL_SMOOTHING -> DType.FLOAT64;
        };
    }

    private LossOptions options() {
        return session.experiment().options();
    }

    private Node reduction() {
        SegmentedControl<Reduction> choices = new SegmentedControl<>(
                id,
                new Reduction[] {Reduction.MEAN, Reduction.SUM, Reduction.NONE},
                Reduction::torchName,
                chosen -> session.apply(new Edit.SetOptions(options().withReduction(chosen))));
        refreshValue = () -> choices.select(options().reduction());
        return choices;
    }

    private CommitField field(BiFunction<Experiment, String, Parsed<Edit>> reader) {
        CommitField field = new CommitField(id, text -> texts.take(reader, text));
        field.field().setAccessibleText(option.torchName());
        return field;
    }

    private Node ignoreIndex() {
        CommitField field = field(OptionReader::ignoreIndex);
        HBox row = new HBox(field);
        HBox.setHgrow(field, Priority.ALWAYS);
        row.getStyleClass().add("option-row");
        for (long index : USUAL_INDICES) {
            Button usual = new Button(Long.toString(index));
            usual.setId(id + "-" + index);
            usual.getStyleClass().add("mono");
            usual.setOnAction(_ -> session.apply(new Edit.SetOptions(options().withIgnoreIndex(index))));
            row.getChildren().add(usual);
        }
        refreshValue = () -> field.show(Long.toString(options().ignoreIndex()));
        return row;
    }

    private Node array(BiFunction<Experiment, String, Parsed<Edit>> reader) {
        CommitField field = field(reader);
        refreshValue = () -> {
            Tensor value =
                    option == OptionName.WEIGHT ? options().weight() : options().posWeight();
            if (value != null && value.size() > MOST_SHOWN) {
                field.show("");
                field.field().setPromptText(value.shape().toString());
            } else {
                field.show(ArrayText.format(value));
                field.field().setPromptText(messages.get(Text.NONE));
            }
        };
        return field;
    }

    private Node labelSmoothing() {
        CommitField field = field(OptionReader::labelSmoothing);
        field.field().setPrefColumnCount(SMOOTHING_COLUMNS);
        Slider slider = new Slider(0, 1, options().labelSmoothing());
        slider.setId(id + "-slider");
        slider.setBlockIncrement(SMOOTHING_STEP);
        slider.setAccessibleText(option.torchName());
        HBox row = new HBox(slider, field);
        HBox.setHgrow(slider, Priority.ALWAYS);
        row.getStyleClass().add("option-row");
        new SmoothingSlider(slider).install();
        refreshValue = () -> {
            field.show(NumberDisplay.shortest(options().labelSmoothing()));
            if (!slider.isValueChanging() && slider.getValue() != options().labelSmoothing()) {
                slider.setValue(options().labelSmoothing());
            }
        };
        return row;
    }

    /** A slider for label smoothing. A drag is one step of the history; so is each key. */
    private final class SmoothingSlider {
        private static final double HUNDREDTHS = 100;

        private final Slider slider;
        private History.@Nullable Gesture gesture;

        SmoothingSlider(Slider slider) {
            this.slider = slider;
        }

        void install() {
            slider.setOnMousePressed(_ -> gesture = new History.Gesture());
            slider.setOnMouseReleased(_ -> gesture = null);
            slider.valueProperty().subscribe(value -> set(value.doubleValue()));
        }

        private void set(double value) {
            double rounded = Math.round(value * HUNDREDTHS) / HUNDREDTHS;
            double present = Math.clamp(options().labelSmoothing(), 0, 1);
            boolean isShown = Math.abs(value - present) < 0.5 / HUNDREDTHS;
            if (Double.isNaN(present) || isShown) {
                return;
            }
            Edit edit = new Edit.SetOptions(options().withLabelSmoothing(rounded));
            History.Gesture drag = gesture;
            if (drag == null) {
                session.apply(edit);
            } else {
                session.apply(edit, drag);
            }
        }
    }

    private void refresh() {
        refreshValue.run();
        boolean read = option.isRead(session.experiment());
        pseudoClassStateChanged(UNREAD, !read);
        unread.setText(unreadText(messages, session.experiment(), option));
        if (read) {
            Tooltip.uninstall(this, unread);
        } else {
            Tooltip.install(this, unread);
        }
        Optional<String> text = read ? hintText() : Optional.of(unread.getText());
        hint.setText(text.orElse(""));
        SectionNodes.show(hint, text.isPresent());
    }

    /** The reason why an option is dimmed. */
    static String unreadText(Messages messages, Experiment experiment, OptionName option) {
        return messages.get(
                Text.OPTION_UNREAD, messages.texts().name(experiment.recipe().loss()), option.torchName());
    }

    private Optional<String> hintText() {
        Experiment experiment = session.experiment();
        return switch (option) {
            case REDUCTION, IGNORE_INDEX -> Optional.empty();
            case LABEL_SMOOTHING -> Optional.of(messages.get(Text.HINT_LABEL_SMOOTHING));
            case POS_WEIGHT ->
                Optional.of(messages.get(
                        Text.HINT_BROADCAST, experiment.logits().shape().toString()));
            case WEIGHT ->
                Optional.of(
                        experiment.isBinary()
                                ? messages.get(
                                        Text.HINT_BROADCAST,
                                        experiment.logits().shape().toString())
                                : messages.get(Text.HINT_CLASS_WEIGHT, experiment.channels()));
        };
    }
}
