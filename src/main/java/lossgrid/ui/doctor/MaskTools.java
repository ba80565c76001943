package lossgrid.ui.doctor;

import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossgrid.paint.geometry.GridShape;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.words.DoctorText;
import lossgrid.words.Text;

/** Under the mask: zoom, planes, the crop tool, and a line that says which pixel holds what. */
final class MaskTools extends VBox {
    private static final double ZOOM = 1.5;

    private final MaskState state;
    private final Messages messages;
    private final Label planeName = SectionNodes.label("", "mono");
    private final HBox planes;
    private final Label pixel = SectionNodes.label("", "mask-pixel", "mono");

    MaskTools(MaskView view, MaskState state, Messages messages) {
        this.state = state;
        this.messages = messages;
        getStyleClass().add("mask-tools");
        HBox zoom = new HBox(
                SectionNodes.symbol(
                        "−", "mask-zoom-out", messages, DoctorText.MASK_ZOOM_OUT, () -> view.zoom(1 / ZOOM)),
                SectionNodes.symbol("⤢", "mask-fit", messages, DoctorText.MASK_FIT, view::fit),
                SectionNodes.symbol("+", "mask-zoom-in", messages, DoctorText.MASK_ZOOM_IN, () -> view.zoom(ZOOM)));
        zoom.getStyleClass().add("mask-zoom");
        planeName.setMinWidth(Region.USE_PREF_SIZE);
        planes = new HBox(
                SectionNodes.symbol(
                        "‹",
                        "mask-plane-previous",
                        messages,
                        DoctorText.MASK_PLANE_PREVIOUS,
                        () -> state.turnPlane(-1)),
                planeName,
                SectionNodes.symbol(
                        "›", "mask-plane-next", messages, DoctorText.MASK_PLANE_NEXT, () -> state.turnPlane(1)));
        planes.getStyleClass().add("mask-planes");
        HBox row = new HBox(zoom, planes, SectionNodes.spacer(), crop());
        row.getStyleClass().add("mask-row");
        pixel.setId("mask-pixel");
        pixel.setMaxWidth(Double.MAX_VALUE);
        pixel.setWrapText(true);
        pixel.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(row, pixel);
        state.pictureProperty().subscribe(this::refresh);
        state.planeProperty().subscribe(this::refresh);
        state.hoveredProperty().subscribe(this::refresh);
        messages.languageProperty().subscribe(this::refresh);
        pixel.textProperty().subscribe(text -> view.setAccessibleText(spoken(text)));
        refresh();
    }

    private ToggleButton crop() {
        ToggleButton crop = new ToggleButton();
        crop.setId("mask-crop");
        crop.textProperty().bind(messages.bind(DoctorText.MASK_CROP));
        crop.setMinWidth(Region.USE_PREF_SIZE);
        Tooltips.install(crop, messages, DoctorText.MASK_CROP_HINT);
        crop.setOnAction(_ -> state.toggleCrop());
        state.cropProperty().subscribe(window -> crop.setSelected(window.isPresent()));
        // Labels of one dimension have no rows and columns.
        crop.disableProperty()
                .bind(state.pictureProperty()
                        .map(shown ->
                                shown.isEmpty() || shown.get().codes().shape().height() == 1));
        return crop;
    }

    private String spoken(String pixelText) {
        return messages.get(Text.SPOKEN_PAIR, messages.get(DoctorText.LABELS_AS_THEY_CAME), pixelText);
    }

    private void refresh() {
        if (state.picture().isEmpty()) {
            pixel.setText(messages.get(DoctorText.MASK_COUNTING));
            SectionNodes.show(planes, false);
            return;
        }
        GridShape shape = state.picture().get().codes().shape();
        SectionNodes.show(planes, shape.planes() > 1);
        planeName.setText(shape.planeTitle(state.plane()));
        OptionalInt at = state.hoveredProperty().get();
        pixel.setText(
                at.isPresent() && at.getAsInt() < state.picture().get().codes().size()
                        ? describe(at.getAsInt(), shape)
                        : messages.get(DoctorText.MASK_HINT));
    }

    private String describe(int i, GridShape shape) {
        int cell = shape.cell(i).cell();
        return messages.get(
                DoctorText.MASK_PIXEL,
                Integer.toString(cell / shape.width()),
                Integer.toString(cell % shape.width()),
                state.picture().orElseThrow().codes().text(i));
    }
}
