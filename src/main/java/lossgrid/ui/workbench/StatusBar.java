package lossgrid.ui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Ledger;
import lossgrid.model.analysis.Stage;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.PartsRow;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.PixelSelection;
import lossgrid.ui.session.Session;
import lossgrid.ui.setup.OptionChips;
import lossgrid.ui.workspace.ReducedLoss;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.HelpText;
import lossgrid.words.Text;

/** The reduced loss in large type, its recipe and options, and the numbers of the selected pixel. */
final class StatusBar extends HBox {
    private static final PseudoClass PREVIEW = PseudoClass.getPseudoClass("preview");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final int MOST_CHANNELS = 4;

    private final Session session;
    private final Messages messages;
    private final ViewState view;
    private final Label name = SectionNodes.label("", "loss-name");
    private final Label value = SectionNodes.label("", "loss-value", "mono");
    private final Label ledger = SectionNodes.label("", "ledger", "mono");
    private final OptionChips chips;
    private final PartsRow pixel = new PartsRow("selected-pixel", "pixel", Pos.CENTER_RIGHT);

    StatusBar(Workspace workspace, PopoverLayer popovers) {
        session = workspace.session();
        messages = workspace.messages();
        view = workspace.view();
        getStyleClass().add("foot");
        value.setId("loss-value");
        ledger.setId("ledger");
        chips = new OptionChips(workspace, popovers);
        HBox.setHgrow(pixel, Priority.ALWAYS);
        for (Label always : new Label[] {name, value, ledger}) {
            always.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(name, value, ledger, chips, pixel);
        session.follow(
                Frame::analysis,
                this::refresh,
                messages.languageProperty(),
                view.selectionProperty(),
                view.colorsProperty(),
                view.previewProperty());
        // A presentation shows the pixel's numbers; options are for the desk.
        view.presentationProperty().subscribe(presentation -> {
            SectionNodes.show(chips, presentation.isEmpty());
        });
        refresh();
    }

    /**
     * Leaves out the pixel's numbers first where room is short, since the side panel has them too, then options from
     * the last on, then the sum behind the loss.
     */
    @Override
    protected void layoutChildren() {
        double free = getWidth() - snappedLeftInset() - snappedRightInset() - getSpacing();
        double others = name.prefWidth(-1) + value.prefWidth(-1) + getSpacing();
        double least = chips.isManaged() ? chips.minWidth(-1) + getSpacing() : 0;
        SectionNodes.show(ledger, others + ledger.prefWidth(-1) + getSpacing() + least <= free);
        super.layoutChildren();
        double left = pixel.getLayoutX();
        double right = getWidth() - snappedRightInset();
        if (chips.isManaged()) {
            double chipsWidth = Math.clamp(right - chips.getLayoutX(), 0, chips.prefWidth(-1));
            chips.resize(chipsWidth, chips.getHeight());
            left = chips.getLayoutX() + chipsWidth + getSpacing();
        }
        double width = Math.max(0, right - left);
        pixel.resizeRelocate(left, pixel.getLayoutY(), width, pixel.getHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    private void refresh() {
        Analysis analysis = view.shownFacts().analysis();
        boolean isPreview = view.previewProperty().get().isPresent();
        ReducedLoss loss = ReducedLoss.of(analysis, view.colors());
        String named = messages.get(loss.name());
        name.setText(isPreview ? messages.get(HelpText.PREVIEW, named) : named);
        pseudoClassStateChanged(PREVIEW, isPreview);
        value.setText(loss.value());
        value.pseudoClassStateChanged(REFUSED, analysis.loss() instanceof Stage.Raises);
        value.setAccessibleText(messages.get(Text.SPOKEN_PAIR, name.getText(), value.getText()));
        ledger.setText(loss.ledger());
        pixel.show(pixelParts(analysis, view.selection()));
    }

    private String number(double value) {
        return view.colors().text(value);
    }

    /** {@code x[0,:,1,0] = (0.4326, 0.2244)  q = (0.5519, 0.4481)  y = 1  ℓ = 0.8027}, as far as the stages have it. */
    private List<String> pixelParts(Analysis analysis, PixelSelection at) {
        List<String> parts = new ArrayList<>();
        parts.add("x[%d,:,%d,%d] = ".formatted(at.n(), at.h(), at.w())
                + channels(analysis.experiment().logits(), at));
        analysis.probabilities().value().ifPresent(q -> parts.add("q = " + channels(q, at)));
        analysis.loss().value().ifPresent(loss -> lossAt(analysis, loss, at)
                .ifPresent(text -> parts.add("ℓ = " + text)));
        return parts;
    }

    private String channels(Tensor values, PixelSelection at) {
        int shown = Math.min(values.shape().dim(Nchw.CLASS_DIM), MOST_CHANNELS);
        String list = IntStream.range(0, shown)
                .mapToObj(c -> number(values.at(at.n(), c, at.h(), at.w())))
                .collect(Collectors.joining(", "));
        return "(" + list + (shown < values.shape().dim(Nchw.CLASS_DIM) ? ", …)" : ")");
    }

    private Optional<String> lossAt(Analysis analysis, LossResult loss, PixelSelection at) {
        OptionalInt element = Ledger.elementAt(analysis.experiment(), loss, at.n(), at.c(), at.h(), at.w());
        return element.isPresent() ? Optional.of(number(loss.lossPerPixel().at(element.getAsInt()))) : Optional.empty();
    }
}
