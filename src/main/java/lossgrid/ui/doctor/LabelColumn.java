package lossgrid.ui.doctor;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lossgrid.core.array.LabelArray;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.paint.mask.CropProposal;
import lossgrid.paint.mask.MaskCodes;
import lossgrid.ui.control.DoctorColumn;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.document.ImportTarget;
import lossgrid.ui.encoding.EncodingPane;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.Screen;
import lossgrid.ui.side.ClassCountRow;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.DoctorText;
import lossgrid.words.TextKey;
import org.jspecify.annotations.Nullable;

/** The labels as they came: what they look like, which values they hold, and the steps that encode them. */
public final class LabelColumn extends DoctorColumn {
    /** More elements are counted in the background. */
    private static final int MOST_AT_ONCE = 1 << 18;

    private final Workspace workspace;
    private final Messages messages;
    private final MaskState state = new MaskState();
    private final EncodingPane encoding;
    private final Background.Newest counting;
    /** The labels that the codes are of, or will be. */
    private @Nullable LabelArray counted;

    private @Nullable MaskCodes codes;

    LabelColumn(Workspace workspace, PopoverLayer popovers) {
        super("doctor-labels", workspace.messages(), DoctorText.LABELS_AS_THEY_CAME);
        this.workspace = workspace;
        messages = workspace.messages();
        counting = workspace.session().newest();
        encoding = new EncodingPane(workspace, popovers, "");
        MaskView view = new MaskView(state, workspace.resolution());
        content()
                .getChildren()
                .addAll(
                        view,
                        new MaskTools(view, state, messages),
                        new CropPane(state, messages, this::crop),
                        new ClassCountRow(workspace, "class-count"),
                        heading(DoctorText.VALUES),
                        new ValuesPane(state, messages),
                        heading(DoctorText.ENCODING),
                        encoding,
                        placeholder(
                                ImportTarget.LOGITS,
                                DoctorText.EXAMPLE_LOGITS,
                                DoctorText.OPEN_LOGITS,
                                Experiment::hasExampleLogits),
                        placeholder(
                                ImportTarget.LABELS,
                                DoctorText.PREDICTED_LABELS,
                                DoctorText.OPEN_LABELS,
                                Experiment::hasPredictedLabels));
    }

    /** Takes a window into the grid, and shows it on the board. */
    private void crop(CropProposal window) {
        Edit edit = new Edit.Crop(window.row(), window.column(), window.height(), window.width());
        workspace.session().apply(edit);
        workspace.view().screenProperty().set(Screen.BOARD);
    }

    /** Says that logits or labels were made up, and leads to real ones. */
    private VBox placeholder(ImportTarget missing, TextKey words, TextKey button, Predicate<Experiment> isMissing) {
        String name = missing.name().toLowerCase(Locale.ROOT);
        Label note = SectionNodes.note("", "card-note");
        note.textProperty().bind(messages.bind(words));
        Button open = SectionNodes.button("open-" + name, messages.bind(button), () -> workspace
                .documents()
                .openFor(missing));
        VBox box = new VBox(note, open);
        box.setId("example-" + name);
        box.getStyleClass().add("examples");
        workspace
                .session()
                .observe(frame -> isMissing.test(frame.document()))
                .subscribe(shown -> SectionNodes.show(box, shown));
        return box;
    }

    private Label heading(TextKey text) {
        return SectionNodes.label(
                messages.bind(text)
                        .map(words -> words.toUpperCase(messages.language().locale())),
                "section-title");
    }

    /** Shows where these pixels of the raw labels are, or again all alike. */
    void mark(Optional<BitSet> pixels) {
        state.markedProperty().set(pixels);
    }

    EncodingPane encoding() {
        return encoding;
    }

    @Override
    public void refresh(Analysis analysis) {
        Experiment experiment = analysis.experiment();
        showFacts(LabelFacts.text(experiment, messages));
        encoding.refresh(analysis);
        LabelArray labels = experiment.labels();
        if (counted == null || !counted.sameStorage(labels)) {
            counted = labels;
            count(experiment);
        }
        show();
    }

    private void count(Experiment experiment) {
        counting.cancel();
        if (experiment.labels().size() <= MOST_AT_ONCE) {
            codes = MaskPicture.codes(experiment);
            return;
        }
        codes = null;
        counting.run(
                () -> MaskPicture.codes(experiment),
                result -> {
                    codes = result;
                    show();
                },
                Background::report);
    }

    private void show() {
        Experiment experiment = workspace.session().analysis().experiment();
        state.show(Optional.ofNullable(codes).map(present -> MaskPicture.of(present, experiment)));
    }
}
