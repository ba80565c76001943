package lossgrid.ui.setup;

import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import lossgrid.core.array.DType;
import lossgrid.core.array.Nchw;
import lossgrid.model.document.Activation;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.OptionReader;
import lossgrid.ui.control.CommitField;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;
import lossgrid.words.TextKey;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the activation, with its dim, and the loss. Wrong pairs can be chosen; their cards then show PyTorch's
 * exception.
 */
public final class RecipeEditor extends GridPane {
    /** The activations without their dim. */
    private enum Choice {
        NONE("none"),
        SIGMOID("sigmoid"),
        SOFTMAX("softmax"),
        LOG_SOFTMAX("log_softmax");

        private final String torchName;

        Choice(String torchName) {
            this.torchName = torchName;
        }

        static Choice of(Activation activation) {
            return switch (activation) {
                case Activation.None() -> NONE;
                case Activation.Sigmoid() -> SIGMOID;
                case Activation.Softmax(var _) -> SOFTMAX;
                case Activation.LogSoftmax(var _) -> LOG_SOFTMAX;
            };
        }

        Activation activation(int dim) {
            return switch (this) {
                case NONE -> new Activation.None();
                case SIGMOID -> new Activation.Sigmoid();
                case SOFTMAX -> new Activation.Softmax(dim);
                case LOG_SOFTMAX -> new Activation.LogSoftmax(dim);
            };
        }
    }

    private final Session session;
    private final Messages messages;
    private final ComboBox<Choice> activation;
    private final ComboBox<LossKind> loss;
    private final CommitField dim;
    private final Label dimName = SectionNodes.label("dim", "mono");

    RecipeEditor(Workspace workspace) {
        this(workspace, "");
    }

    /** @param place the place of the editor, a prefix of its nodes' ids */
    public RecipeEditor(Workspace workspace, String place) {
        session = workspace.session();
        messages = workspace.messages();
        OptionTexts texts = new OptionTexts(workspace, DType.INT64);
        getStyleClass().add("option-grid");
        activation = choices(place + "activation", Choice.values(), choice -> choice.torchName);
        activation.setOnAction(_ -> set(new Recipe(chosen(activation).activation(dim()), recipe().loss())));
        loss = choices(
                place + "loss", LossKind.values(), kind -> messages.texts().name(kind));
        loss.setOnAction(_ -> set(new Recipe(recipe().activation(), chosen(loss))));
        dim = new CommitField(place + "dim", text -> texts.take(OptionReader::dim, text));
        dim.field().setAccessibleText("dim");
        dim.field().setPrefColumnCount(3);
        addRow(0, name(Text.ACTIVATION), activation, dimName, dim);
        addRow(1, name(Text.LOSS_FUNCTION), loss);
        GridPane.setColumnSpan(loss, 3);
        session.follow(Frame::document, this::refresh);
        messages.languageProperty().subscribe(this::translate);
        refresh();
    }

    private static <T> T chosen(ComboBox<T> box) {
        return box.getValue();
    }

    private Label name(TextKey text) {
        Label label = new Label();
        label.textProperty().bind(messages.bind(text));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static <T> ComboBox<T> choices(String id, T[] values, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        return box;
    }

    private Recipe recipe() {
        return session.experiment().recipe();
    }

    /** The present dim, or that of the classes. */
    private int dim() {
        return switch (recipe().activation()) {
            case Activation.None(), Activation.Sigmoid() -> Nchw.CLASS_DIM;
            case Activation.Softmax(int present) -> present;
            case Activation.LogSoftmax(int present) -> present;
        };
    }

    private void set(Recipe recipe) {
        session.apply(new Edit.SetRecipe(recipe));
    }

    private void refresh() {
        Choice choice = Choice.of(recipe().activation());
        activation.setValue(choice);
        loss.setValue(recipe().loss());
        boolean hasDim = choice == Choice.SOFTMAX || choice == Choice.LOG_SOFTMAX;
        dim.show(hasDim ? Integer.toString(dim()) : "");
        dim.setDisable(!hasDim);
        dimName.setDisable(!hasDim);
    }

    private void translate() {
        activation.accessibleTextProperty().set(messages.get(Text.ACTIVATION));
        loss.accessibleTextProperty().set(messages.get(Text.LOSS_FUNCTION));
        // The box writes its value again when the converter changes.
        StringConverter<LossKind> converter = loss.getConverter();
        loss.setConverter(null);
        loss.setConverter(converter);
    }
}
