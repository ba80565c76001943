package lossgrid.ui.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lossgrid.core.array.DecimalText;
import lossgrid.model.document.Experiment;
import lossgrid.paint.mask.MaskColors;
import lossgrid.paint.mask.ValueRows;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.words.DoctorText;

/** The labels as they came, in a figure: the mask, and its values with how often each occurs. */
public final class MaskFigure {
    private MaskFigure() {}

    /** {@code [96, 128] uint8 · PNG grey · street_0042_mask.png}. */
    public static String facts(Experiment experiment, Messages messages) {
        return LabelFacts.text(experiment, messages);
    }

    /** The first plane of the mask. */
    public static Node mask(Experiment experiment, double resolution) {
        MaskState state = new MaskState();
        MaskView view = new MaskView(state, resolution);
        view.setFocusTraversable(false);
        state.show(Optional.of(picture(experiment)));
        return view;
    }

    private static MaskPicture picture(Experiment experiment) {
        return MaskPicture.of(MaskPicture.codes(experiment), experiment);
    }

    /** A row for each value. */
    public static List<Node> values(Experiment experiment, Messages messages, double resolution) {
        MaskPicture picture = picture(experiment);
        List<Node> nodes = new ArrayList<>();
        ValueRows.of(picture.codes().groups()).forEach(row -> nodes.add(line(picture, row, messages, resolution)));
        return nodes;
    }

    private static Node line(MaskPicture picture, ValueRows.Row row, Messages messages, double resolution) {
        double share = (double) row.group().count() / picture.codes().size();
        boolean areRareColors = row.isTogether() && row.group().isColor();
        Label name = SectionNodes.label(
                areRareColors
                        ? messages.get(
                                DoctorText.VALUES_OTHER,
                                DecimalText.grouped(row.codes().size()))
                        : row.group().text(),
                "value-name");
        MaskColors.Tint tint =
                row.isTogether() ? null : picture.tints().get(row.codes().getFirst());
        ValueBar bar = new ValueBar(share, tint, resolution);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox line = new HBox(
                name,
                bar,
                SectionNodes.label(DecimalText.grouped(row.group().count()), "value-count"),
                SectionNodes.label(ValuesPane.percent(share), "value-percent"));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("value-line", "mono");
        return line;
    }
}
