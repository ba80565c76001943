package lossgrid.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.words.CatalogueText;
import lossgrid.words.DoctorText;
import lossgrid.words.TextKey;

/** The catalogue of mistakes, in groups, with a search field. The arrow keys move from one to the next. */
final class MistakeList extends VBox {
    /** One mistake with its button and its group's heading. */
    private record Row(Mistake mistake, Button button, Label heading) {}

    private final Messages messages;
    private final Consumer<Mistake> choose;
    private final TextField filter = new TextField();
    private final VBox list = new VBox();
    private final Label nothing = SectionNodes.note("", "card-note");
    private final List<Row> rows = new ArrayList<>();

    /**
     * A list of all mistakes.
     *
     * @param place the place of the list, a prefix of its nodes' ids
     */
    MistakeList(Messages messages, String place, Consumer<Mistake> choose) {
        this.messages = messages;
        this.choose = choose;
        setId(place + "-mistakes");
        getStyleClass().add("mistakes");
        list.getStyleClass().add("mistake-rows");
        filter.setId(place + "-filter");
        filter.promptTextProperty().bind(messages.bind(DoctorText.COMPARE_FILTER));
        filter.accessibleTextProperty().bind(messages.bind(DoctorText.COMPARE_FILTER));
        filter.textProperty().subscribe(this::narrow);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(filter, nothing, list);
        // Created on demand, since its many rows would slow the window's start.
        sceneProperty().subscribe(scene -> {
            if (scene != null && rows.isEmpty()) {
                fill(place);
                translate();
            }
        });
        messages.languageProperty().subscribe(this::translate);
    }

    /** The list in a pane that scrolls. */
    static ScrollPane scrolling(MistakeList list) {
        ScrollPane scroll = new ScrollPane(list);
        scroll.getStyleClass().add("mistake-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private void fill(String place) {
        for (Mistake.Group group : Mistake.Group.values()) {
            Label heading = SectionNodes.label("", "section-title");
            list.getChildren().add(heading);
            Stream.of(Mistake.values())
                    .filter(mistake -> mistake.group() == group)
                    .forEach(mistake -> rows.add(new Row(mistake, row(mistake, place), heading)));
        }
    }

    private Button row(Mistake mistake, String place) {
        Label title = SectionNodes.label("", "mistake-title");
        title.setWrapText(true);
        Label why = SectionNodes.label("", "mistake-why");
        why.setWrapText(true);
        Button button = new WrappingButton(new VBox(title, why));
        button.setId(place + "-" + mistake.key());
        button.getStyleClass().add("mistake");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> choose.accept(mistake));
        list.getChildren().add(button);
        return button;
    }

    /** A button as high as its wrapped text; a plain one computes the height without a width. */
    private static final class WrappingButton extends Button {
        private final VBox words;

        WrappingButton(VBox words) {
            this.words = words;
            setGraphic(words);
            words.prefWidthProperty().bind(widthProperty().map(width -> width.doubleValue() - sides()));
        }

        private double sides() {
            return snappedLeftInset() + snappedRightInset();
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            double across = width < 0 ? width : width - sides();
            return snappedTopInset() + words.prefHeight(across) + snappedBottomInset();
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }

    private void translate() {
        CatalogueText text = CatalogueText.in(messages.language());
        for (Row row : rows) {
            row.heading().setText(messages.get(title(row.mistake().group())));
            if (row.button().getGraphic() instanceof VBox words
                    && words.getChildren().getFirst() instanceof Label title
                    && words.getChildren().getLast() instanceof Label why) {
                title.setText(text.title(row.mistake()));
                why.setText(text.why(row.mistake()));
            }
            row.button().setAccessibleText(text.title(row.mistake()));
            row.button().setAccessibleHelp(text.why(row.mistake()));
            row.button().setTooltip(new Tooltip(text.why(row.mistake())));
        }
        nothing.setText(messages.get(DoctorText.COMPARE_NO_MISTAKE));
        narrow();
    }

    private static TextKey title(Mistake.Group group) {
        return switch (group) {
            case RECIPE -> DoctorText.MISTAKES_RECIPE;
            case VALUES -> DoctorText.MISTAKES_VALUES;
            case TYPES -> DoctorText.MISTAKES_TYPES;
            case SHAPES -> DoctorText.MISTAKES_SHAPES;
            case WEIGHTS -> DoctorText.MISTAKES_WEIGHTS;
        };
    }

    /** Shows the mistakes whose texts contain every word typed. */
    private void narrow() {
        CatalogueText text = CatalogueText.in(messages.language());
        String[] wanted = filter.getText().toLowerCase(Locale.ROOT).strip().split("\\s+");
        rows.forEach(row -> SectionNodes.show(row.heading(), false));
        boolean any = false;
        for (Row row : rows) {
            String words = String.join(
                            " ",
                            text.title(row.mistake()),
                            text.wrong(row.mistake()),
                            text.why(row.mistake()),
                            row.mistake().key())
                    .toLowerCase(Locale.ROOT);
            boolean fits = Stream.of(wanted).allMatch(words::contains);
            SectionNodes.show(row.button(), fits);
            if (fits) {
                SectionNodes.show(row.heading(), true);
                any = true;
            }
        }
        SectionNodes.show(nothing, !any);
    }

    private void key(KeyEvent event) {
        List<Button> shown =
                rows.stream().map(Row::button).filter(Button::isVisible).toList();
        if (event.getCode() == KeyCode.ENTER) {
            // From the field: the first mistake shown.
            shown.stream()
                    .filter(button -> button.isFocused() || filter.isFocused())
                    .findFirst()
                    .ifPresent(Button::fire);
            event.consume();
            return;
        }
        int at = -1;
        for (int i = 0; i < shown.size(); i++) {
            at = shown.get(i).isFocused() ? i : at;
        }
        int to =
                switch (event.getCode()) {
                    case DOWN -> at + 1;
                    case UP -> at - 1;
                    case HOME -> at < 0 ? at : 0;
                    case END -> at < 0 ? at : shown.size() - 1;
                    default -> at;
                };
        if (to == at) {
            return;
        }
        if (to < 0) {
            filter.requestFocus();
        } else {
            shown.get(Math.min(to, shown.size() - 1)).requestFocus();
        }
        event.consume();
    }
}
