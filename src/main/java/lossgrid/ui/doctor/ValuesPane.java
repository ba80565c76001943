package lossgrid.ui.doctor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossgrid.core.array.DecimalText;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.paint.mask.MaskColors;
import lossgrid.paint.mask.MaskGroup;
import lossgrid.paint.mask.ValueRows;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.words.DoctorText;
import lossgrid.words.TextKey;

/**
 * The values of a mask and their counts. A row that is picked shows its places in the mask; rows of several values can
 * be opened.
 */
final class ValuesPane extends VBox {
    private static final int MOST_MEMBERS = 24;
    private static final double PERCENT = 100;
    /** The part of a row that a column of texts takes at most. */
    private static final double WIDEST_NAME = 0.4;

    private static final String OPEN = "▾";
    private static final String CLOSED = "▸";

    private final MaskState state;
    private final Messages messages;
    private final Set<ValueRows.Row> opened = new HashSet<>();
    private final List<ToggleButton> rows = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> counts = new ArrayList<>();
    private final List<Label> percents = new ArrayList<>();
    private final double resolution;
    private Optional<MaskPicture> shown = Optional.empty();

    ValuesPane(MaskState state, Messages messages, double resolution) {
        this.state = state;
        this.messages = messages;
        this.resolution = resolution;
        setId("values");
        getStyleClass().add("values");
        state.pictureProperty().subscribe(this::show);
        messages.languageProperty().subscribe(this::fill);
        state.pickedProperty().subscribe(this::mark);
        show();
    }

    private void show() {
        if (!shown.map(MaskPicture::codes).equals(state.picture().map(MaskPicture::codes))) {
            opened.clear();
        }
        shown = state.picture();
        fill();
    }

    private void fill() {
        rows.clear();
        names.clear();
        counts.clear();
        percents.clear();
        List<Node> nodes = new ArrayList<>();
        shown.ifPresent(picture -> {
            for (ValueRows.Row row : ValueRows.of(picture.codes().groups())) {
                nodes.add(line(picture, row, false));
                if (opened.contains(row)) {
                    nodes.addAll(members(picture, row));
                }
            }
        });
        getChildren().setAll(nodes);
        mark();
    }

    private List<Node> members(MaskPicture picture, ValueRows.Row row) {
        List<Node> nodes = new ArrayList<>();
        for (ValueRows.Row member : ValueRows.members(picture.codes().groups(), row, MOST_MEMBERS)) {
            nodes.add(line(picture, member, true));
        }
        int more = row.codes().size() - nodes.size();
        if (more > 0) {
            Label label = SectionNodes.label(
                    messages.get(DoctorText.VALUES_MORE, DecimalText.grouped(more)), "card-note", "value-more");
            nodes.add(label);
        }
        return nodes;
    }

    private Node line(MaskPicture picture, ValueRows.Row row, boolean isMember) {
        ToggleButton button = button(picture, row, isMember);
        rows.add(button);
        if (!row.isTogether()) {
            Region space = new Region();
            space.getStyleClass().add("value-opener-space");
            return new HBox(button, space);
        }
        boolean isOpen = opened.contains(row);
        Button opener = new Button(isOpen ? OPEN : CLOSED);
        opener.setId(button.getId() + "-open");
        opener.getStyleClass().add("value-opener");
        TextKey meaning = isOpen ? DoctorText.VALUES_CLOSE : DoctorText.VALUES_OPEN;
        opener.accessibleTextProperty().bind(messages.bind(meaning));
        Tooltips.install(opener, messages, meaning);
        opener.setOnAction(_ -> {
            if (!opened.remove(row)) {
                opened.add(row);
            }
            fill();
            lookupAll("#" + opener.getId()).forEach(Node::requestFocus);
        });
        HBox line = new HBox(button, opener);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private ToggleButton button(MaskPicture picture, ValueRows.Row row, boolean isMember) {
        MaskGroup group = row.group();
        double share = (double) group.count() / picture.codes().size();
        String name = name(group, row);
        Label value = new Label(name);
        value.getStyleClass().add(isMember ? "value-member" : "value-name");
        MaskColors.Tint tint =
                row.isTogether() ? null : picture.tints().get(row.codes().getFirst());
        ValueBar bar = new ValueBar(share, tint, resolution);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label count = SectionNodes.label(DecimalText.grouped(group.count()), "value-count");
        Label percent = SectionNodes.label(percent(share), "value-percent");
        names.add(value);
        counts.add(count);
        percents.add(percent);
        HBox content = new HBox(value, bar, count, percent);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().addAll("value-line", "mono");
        ToggleButton button = new ToggleButton();
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("value-" + row.codes().getFirst() + (row.isTogether() ? "-more" : ""));
        button.getStyleClass().add("value-row");
        button.setUserData(row);
        button.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> button.getWidth()
                                - button.getInsets().getLeft()
                                - button.getInsets().getRight(),
                        button.widthProperty(),
                        button.insetsProperty()));
        content.setMinWidth(0);
        button.setMinWidth(0);
        button.setPrefWidth(0);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setAccessibleText(
                messages.get(DoctorText.VALUE_SPOKEN, name, DecimalText.grouped(group.count()), percent(share)));
        Tooltips.install(button, messages, DoctorText.VALUE_SHOW);
        button.setOnAction(_ -> state.toggle(row));
        return button;
    }

    @Override
    protected void layoutChildren() {
        align(names);
        align(counts);
        align(percents);
        super.layoutChildren();
    }

    /** Gives a column of all rows one width, so that the bars between them begin and end in one line. */
    private void align(List<Label> column) {
        double widest = column.stream()
                .mapToDouble(label -> Math.ceil(label.prefWidth(-1)))
                .max()
                .orElse(0);
        column.forEach(label -> label.setMinWidth(Math.min(widest, Math.rint(getWidth() * WIDEST_NAME))));
    }

    private String name(MaskGroup group, ValueRows.Row row) {
        return row.isTogether() && group.isColor()
                ? messages.get(
                        DoctorText.VALUES_OTHER, DecimalText.grouped(row.codes().size()))
                : group.text();
    }

    /** The text of a share; one above 0 never shows as 0. */
    static String percent(double share) {
        return share > 0 && PERCENT * share < 0.05 ? "< 0.1 %" : NumberDisplay.percent(share);
    }

    private void mark() {
        rows.forEach(row -> row.setSelected(
                state.pickedProperty().get().filter(row.getUserData()::equals).isPresent()));
    }
}
