package lossgrid.ui.export;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.StringConverter;
import lossgrid.paint.figure.FigureFormat;
import lossgrid.paint.figure.FigureGround;
import lossgrid.paint.figure.FigureLength;
import lossgrid.paint.figure.FigurePart;
import lossgrid.paint.figure.FigureRequest;
import lossgrid.ui.control.FormDialog;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.SegmentedControl;
import lossgrid.ui.figure.FigureSource;
import lossgrid.words.FigureText;
import lossgrid.words.Text;
import lossgrid.words.TextKey;
import org.jspecify.annotations.Nullable;

/** Asks what a figure is to show, and how large; shows it while that is chosen. */
final class FigureDialog extends Dialog<ButtonType> {
    /** Figures are drawn anew when the typing rests. */
    private static final Duration REST = Duration.millis(150);

    private static final double PREVIEW_WIDTH = 440;
    private static final double PREVIEW_HEIGHT = 310;
    private static final double MILLION = 1e6;

    private final Messages messages;
    private final FigureSource source;
    private final GridPane fields = new GridPane();
    private final ComboBox<FigurePart> part;
    private final SegmentedControl<FigureFormat> format;
    private final ComboBox<FigureGround> ground;
    private final TextField width = new TextField();
    private final TextField type = new TextField();
    private final Label reason = SectionNodes.note("", "form-reason");
    private final Label size = SectionNodes.label("", "figure-size");
    private final ImageView preview = new ImageView();
    private final PauseTransition rest = new PauseTransition(REST);
    private FigureFormat chosenFormat;

    /** @param export is given the figure that has been chosen */
    FigureDialog(
            Window owner, Messages messages, FigureSource source, FigureRequest last, Consumer<FigureRequest> export) {
        this.messages = messages;
        this.source = source;
        part = choice("figure-part", parts(source), this::name);
        ground = choice("figure-ground", List.of(FigureGround.values()), this::name);
        chosenFormat = last.format();
        format = new SegmentedControl<>("figure-format", FigureFormat.values(), FigureFormat::name, chosen -> {
            chosenFormat = chosen;
            rest.playFromStart();
        });
        part.setValue(source.has(last.part()) ? last.part() : FigurePart.SCREEN);
        ground.setValue(last.ground());
        format.select(last.format());
        width.setText(last.width().text());
        type.setText(last.type().text());
        ButtonType accept = new ButtonType(messages.get(FigureText.FIGURE_EXPORT), ButtonBar.ButtonData.OK_DONE);
        FormDialog.prepare(this, owner, messages, FigureText.FIGURE, accept, content());
        getDialogPane().lookupButton(accept).addEventFilter(ActionEvent.ACTION, event -> {
            if (refresh().isEmpty()) {
                event.consume();
            }
        });
        rest.setOnFinished(_ -> refresh());
        part.valueProperty().subscribe(rest::playFromStart);
        ground.valueProperty().subscribe(rest::playFromStart);
        width.textProperty().subscribe(rest::playFromStart);
        type.textProperty().subscribe(rest::playFromStart);
        setOnShown(_ -> {
            refresh();
            part.requestFocus();
        });
        setOnHidden(_ -> {
            rest.stop();
            if (accept.equals(getResult())) {
                request().ifPresent(export);
            }
        });
    }

    /** Those of which there is something to show. */
    private static List<FigurePart> parts(FigureSource source) {
        Set<FigurePart> parts = EnumSet.allOf(FigurePart.class);
        parts.removeIf(one -> !source.has(one));
        return new ArrayList<>(parts);
    }

    private Node content() {
        fields.getStyleClass().add("figure-fields");
        field(FigureText.FIGURE_PART, part);
        field(FigureText.FIGURE_FORMAT, format);
        field(FigureText.FIGURE_WIDTH, width);
        field(FigureText.FIGURE_TYPE, type);
        field(FigureText.FIGURE_GROUND, ground);
        width.setId("figure-width");
        type.setId("figure-type");
        reason.setId("figure-reason");
        size.setId("figure-size");
        preview.setId("figure-preview");
        preview.setPreserveRatio(true);
        preview.setFitWidth(PREVIEW_WIDTH);
        preview.setFitHeight(PREVIEW_HEIGHT);
        preview.setAccessibleText(messages.get(FigureText.FIGURE_PREVIEW));
        StackPane frame = new StackPane(preview);
        frame.getStyleClass().add("figure-preview");
        VBox left = new VBox(fields, reason);
        left.getStyleClass().add("form-content");
        VBox right = new VBox(frame, size);
        right.getStyleClass().add("form-content");
        HBox content = new HBox(left, right);
        content.getStyleClass().add("figure-form");
        return content;
    }

    private void field(TextKey name, Node input) {
        Label label = new Label(messages.get(name));
        label.setLabelFor(input);
        input.setAccessibleText(label.getText());
        fields.addRow(fields.getRowCount(), label, input);
    }

    private <T> ComboBox<T> choice(String id, List<T> values, Function<T, String> name) {
        ComboBox<T> choice = new ComboBox<>();
        choice.setId(id);
        choice.getItems().setAll(values);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        return choice;
    }

    private String name(FigurePart of) {
        return switch (of) {
            case SCREEN -> messages.get(FigureText.FIGURE_PART_SCREEN);
            case BOARD -> messages.get(Text.SCREEN_BOARD);
            case DOCTOR -> messages.get(Text.SCREEN_DOCTOR);
            case COMPARISON -> messages.get(FigureText.FIGURE_PART_COMPARISON);
            case CURVE -> messages.get(FigureText.FIGURE_PART_CURVE);
            case LOGITS, PROBABILITIES, LABELS, ONE_HOT, LOSS, GRADIENT ->
                messages.get(
                        FigureText.FIGURE_PART_CARD,
                        messages.get(FigureSource.card(of).orElseThrow().title()));
        };
    }

    private String name(FigureGround of) {
        return messages.get(
                switch (of) {
                    case LIGHT -> FigureText.FIGURE_GROUND_LIGHT;
                    case DARK -> FigureText.FIGURE_GROUND_DARK;
                    case TRANSPARENT -> FigureText.FIGURE_GROUND_TRANSPARENT;
                    case TRANSPARENT_DARK -> FigureText.FIGURE_GROUND_TRANSPARENT_DARK;
                });
    }

    /** What is chosen, if both lengths are lengths. */
    private Optional<FigureRequest> request() {
        return length(width).flatMap(wide -> length(type)
                .map(high -> new FigureRequest(
                        part.getValue(), wide, high, ground.getValue(), chosenFormat, FigureRequest.USUAL_RESOLUTION)));
    }

    private static Optional<FigureLength> length(TextField field) {
        return FigureLength.parse(field.getText(), FigureLength.Unit.PX);
    }

    /** Shows the figure, or the reason why there is none. The figure that can be exported, if it can. */
    private Optional<FigureRequest> refresh() {
        Optional<FigureRequest> request = request();
        Optional<String> problem = problem(request);
        reason.setText(problem.orElse(""));
        SectionNodes.show(reason, problem.isPresent());
        if (problem.isPresent() || request.isEmpty()) {
            preview.setImage(null);
            size.setText("");
            return Optional.empty();
        }
        FigurePicture.Preview drawn =
                FigurePicture.preview(request.get(), source, pixels(PREVIEW_WIDTH), pixels(PREVIEW_HEIGHT));
        if (!drawn.isPossible()) {
            reason.setText(tooLarge());
            SectionNodes.show(reason, true);
            return Optional.empty();
        }
        preview.setImage(drawn.image());
        size.setText(drawn.size(messages));
        return request;
    }

    /** Of a part of the dialog, on the screen that it is on. */
    private double pixels(double units) {
        Window window = getDialogPane().getScene().getWindow();
        return units * (window == null ? 1 : window.getRenderScaleX());
    }

    private Optional<String> problem(Optional<FigureRequest> request) {
        if (request.isEmpty()) {
            return Optional.of(messages.get(
                    FigureText.FIGURE_BAD_LENGTH, length(width).isEmpty() ? "1920 px, 85 mm" : "24 px, 8 pt"));
        }
        FigureRequest asked = request.get();
        if (!asked.isWideEnough()) {
            return Optional.of(messages.get(
                    FigureText.FIGURE_TOO_NARROW, asked.leastWidth().text()));
        }
        return asked.isPossible() ? Optional.empty() : Optional.of(tooLarge());
    }

    private String tooLarge() {
        return messages.get(FigureText.FIGURE_TOO_LARGE, Integer.toString(FigureRequest.WIDEST), Integer.toString((int)
                (FigureRequest.MOST_PIXELS / MILLION)));
    }
}
