package lossgrid.ui.side;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossgrid.core.array.LabelArray;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.model.document.Experiment;
import lossgrid.model.example.ClassCount;
import lossgrid.ui.control.CommitField;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.Frame;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.DoctorText;
import org.jspecify.annotations.Nullable;

/**
 * Says what the number of classes of labels without logits follows from, and asks for the right one: as a number, as
 * the names of the classes, or as one that the labels suggest.
 */
public final class ClassCountRow extends VBox {
    /** More labels are counted in the background. */
    private static final int MOST_AT_ONCE = 1 << 18;

    private static final int MOST_CLASSES = 1024;

    private final Workspace workspace;
    private final Messages messages;
    private final Background.Newest counting;
    private final Label said = SectionNodes.note("", "card-note");
    private final FlowPane others = new FlowPane();
    private final CommitField field;
    private final String id;
    private @Nullable LabelArray counted;
    private List<ClassCount> proposals = List.of();

    /** @param id of the row; those of its parts begin with it */
    public ClassCountRow(Workspace workspace, String id) {
        this.workspace = workspace;
        this.id = id;
        messages = workspace.messages();
        counting = workspace.session().newest();
        setId(id);
        getStyleClass().add("class-count");
        said.setId(id + "-text");
        field = new CommitField(id + "-field", this::take);
        field.field().accessibleTextProperty().bind(messages.bind(DoctorText.CLASS_COUNT_FIELD));
        field.field().promptTextProperty().bind(messages.bind(DoctorText.CLASS_COUNT_FIELD));
        HBox.setHgrow(field, Priority.ALWAYS);
        Label name = new Label("C");
        name.getStyleClass().add("mono");
        HBox row = new HBox(name, field);
        row.getStyleClass().add("class-count-row");
        others.getStyleClass().add("chips");
        getChildren().addAll(said, row, others);
        workspace.session().follow(Frame::document, this::refresh, messages.languageProperty());
        refresh();
    }

    private void refresh() {
        Experiment experiment = workspace.session().experiment();
        boolean isAsked = experiment.hasExampleLogits() && !experiment.isBinary();
        SectionNodes.show(this, isAsked);
        if (!isAsked) {
            return;
        }
        LabelArray labels = experiment.labels();
        if (counted == null || !counted.sameStorage(labels)) {
            counted = labels;
            proposals = List.of();
            count(experiment);
        }
        show();
    }

    private void count(Experiment experiment) {
        counting.cancel();
        if (experiment.labels().size() <= MOST_AT_ONCE) {
            proposals = proposals(experiment);
            return;
        }
        counting.run(
                () -> proposals(experiment),
                found -> {
                    proposals = found;
                    show();
                },
                Background::report);
    }

    private static List<ClassCount> proposals(Experiment experiment) {
        return ClassCount.proposals(experiment.labels(), experiment.source(), BuiltInPalette.all());
    }

    private void show() {
        int classes = workspace.session().experiment().channels();
        Optional<ClassCount> present = proposals.stream()
                .filter(proposal -> proposal.classes() == classes)
                .findFirst();
        said.setText(present.map(this::words).orElseGet(() -> chosen(classes)));
        field.show(Integer.toString(classes));
        others.getChildren()
                .setAll(proposals.stream()
                        .filter(proposal -> proposal.classes() != classes)
                        .map(this::button)
                        .toList());
        SectionNodes.show(others, !others.getChildren().isEmpty());
    }

    private String words(ClassCount count) {
        String name = count.dataSet().map(palette -> palette.name()).orElse("");
        return switch (count.origin()) {
            case DATA_SET -> messages.get(DoctorText.CLASS_COUNT_DATA_SET, count.classes(), name);
            case COLORS -> messages.get(DoctorText.CLASS_COUNT_COLORS, count.classes());
            case DIFFERENT_LABELS -> messages.get(DoctorText.CLASS_COUNT_DIFFERENT, count.classes());
            case LARGEST_LABEL -> messages.get(DoctorText.CLASS_COUNT_LARGEST, count.classes());
            case TWO -> messages.get(DoctorText.CLASS_COUNT_TWO, count.classes());
            case CHOSEN -> messages.get(DoctorText.CLASS_COUNT_CHOSEN, count.classes());
        };
    }

    private String chosen(int classes) {
        if (proposals.isEmpty()) {
            return "C = " + classes;
        }
        return workspace
                .documents()
                .intake()
                .folder()
                .map(Path::getFileName)
                .map(folder -> messages.get(DoctorText.CLASS_COUNT_FOLDER, classes, folder))
                .orElseGet(() -> messages.get(DoctorText.CLASS_COUNT_CHOSEN, classes));
    }

    private Button button(ClassCount proposal) {
        Button button = new Button(words(proposal));
        button.setId(id + "-" + proposal.classes());
        button.setMnemonicParsing(false);
        button.getStyleClass().add("chip");
        button.setOnAction(_ -> choose(proposal.classes(), names(proposal)));
        return button;
    }

    private static List<String> names(ClassCount proposal) {
        return proposal.dataSet().map(palette -> palette.classNames()).orElse(List.of());
    }

    private void choose(int classes, List<String> names) {
        workspace.documents().intake().chooseClasses(classes, names);
    }

    /** Takes a number, or names; otherwise says what is expected. */
    private Optional<String> take(String text) {
        List<String> names = Arrays.stream(text.split("[,;\n，；、]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        boolean isNumber = text.strip().matches("\\d{1,4}");
        int classes = isNumber ? Integer.parseInt(text.strip()) : names.size();
        if (classes < 1 || classes > MOST_CLASSES || (!isNumber && classes < 2)) {
            return Optional.of(messages.get(DoctorText.CLASS_COUNT_INVALID, MOST_CLASSES));
        }
        choose(classes, isNumber ? List.of() : names);
        return Optional.empty();
    }
}
