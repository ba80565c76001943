package lossgrid.ui.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossgrid.paint.mask.CropProposal;
import lossgrid.ui.control.CommitField;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.words.DoctorText;

/** The window to take into the grid, in numbers. Shows while the crop tool is on. */
final class CropPane extends VBox {
    private static final int[] SIZES = {4, 8, 16};
    private static final int DIGITS = 4;

    /** One of the four numbers. */
    private enum Part {
        ROW(DoctorText.CROP_ROW, CropProposal::row, (c, v) -> new CropProposal(v, c.column(), c.height(), c.width())),
        COLUMN(
                DoctorText.CROP_COLUMN,
                CropProposal::column,
                (c, v) -> new CropProposal(c.row(), v, c.height(), c.width())),
        HEIGHT(
                DoctorText.CROP_HEIGHT,
                CropProposal::height,
                (c, v) -> new CropProposal(c.row(), c.column(), v, c.width())),
        WIDTH(
                DoctorText.CROP_WIDTH,
                CropProposal::width,
                (c, v) -> new CropProposal(c.row(), c.column(), c.height(), v));

        private final DoctorText text;

        @SuppressWarnings("ImmutableEnumChecker") // Functions without state.
        private final ToIntFunction<CropProposal> get;

        @SuppressWarnings("ImmutableEnumChecker") // As above.
        private final BiFunction<CropProposal, Integer, CropProposal> with;

        Part(DoctorText text, ToIntFunction<CropProposal> get, BiFunction<CropProposal, Integer, CropProposal> with) {
            this.text = text;
            this.get = get;
            this.with = with;
        }

        String id() {
            return "crop-" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final MaskState state;
    private final Messages messages;
    private final Label reason = CommitField.reasonLabel("crop");

    /** @param take what to do with the window chosen */
    CropPane(MaskState state, Messages messages, Consumer<CropProposal> take) {
        this.state = state;
        this.messages = messages;
        setId("crop");
        getStyleClass().add("crop");
        HBox numbers = new HBox();
        numbers.getStyleClass().add("crop-numbers");
        for (Part part : Part.values()) {
            numbers.getChildren().add(number(part));
        }
        FlowPane sizes = new FlowPane();
        sizes.getStyleClass().add("crop-sizes");
        for (int size : SIZES) {
            sizes.getChildren().add(size(size));
        }
        Button accept = SectionNodes.button("crop-take", messages.bind(DoctorText.CROP_TAKE), () -> state.cropProperty()
                .get()
                .ifPresent(take));
        accept.getStyleClass().add("accent");
        accept.setMinWidth(Region.USE_PREF_SIZE);
        sizes.getChildren().add(accept);
        getChildren().addAll(numbers, reason, sizes);
        state.cropProperty().subscribe(window -> SectionNodes.show(this, window.isPresent()));
    }

    private VBox number(Part part) {
        CommitField field = new CommitField(part.id(), text -> take(part, text), reason);
        field.field().setPrefColumnCount(DIGITS);
        Label name = SectionNodes.label(messages.bind(part.text), "option-caption");
        name.setLabelFor(field.field());
        field.field().accessibleTextProperty().bind(messages.bind(part.text));
        state.cropProperty()
                .subscribe(window ->
                        window.ifPresent(present -> field.show(Integer.toString(part.get.applyAsInt(present)))));
        return new VBox(name, field);
    }

    private Optional<String> take(Part part, String text) {
        Optional<CropProposal> present = state.cropProperty().get();
        if (present.isEmpty() || state.picture().isEmpty()) {
            return Optional.empty();
        }
        var shape = state.picture().get().codes().shape();
        int most =
                switch (part) {
                    case ROW -> shape.height() - 1;
                    case COLUMN -> shape.width() - 1;
                    case HEIGHT -> shape.height();
                    case WIDTH -> shape.width();
                };
        int least = List.of(Part.HEIGHT, Part.WIDTH).contains(part) ? 1 : 0;
        Optional<Integer> typed = whole(text.strip());
        if (typed.isEmpty() || typed.get() < least || typed.get() > most) {
            return Optional.of(messages.get(DoctorText.CROP_OUTSIDE, Integer.toString(least), Integer.toString(most)));
        }
        state.setCrop(part.with.apply(present.get(), typed.get()));
        return Optional.empty();
    }

    private static Optional<Integer> whole(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private Button size(int size) {
        Button button = new Button(size + " × " + size);
        button.setId("crop-size-" + size);
        button.setMinWidth(Region.USE_PREF_SIZE);
        Tooltips.install(button, messages, DoctorText.CROP_PROPOSE);
        button.setOnAction(_ -> state.propose(size).ifPresent(state::setCrop));
        return button;
    }
}
