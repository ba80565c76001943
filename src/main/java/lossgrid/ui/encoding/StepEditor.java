package lossgrid.ui.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lossgrid.core.array.DType;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.model.edit.EncodingChain;
import lossgrid.model.edit.StepArguments;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Palette;
import lossgrid.model.encoding.StepArgument;
import lossgrid.model.encoding.StepKind;
import lossgrid.model.text.Parsed;
import lossgrid.ui.control.CommitField;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.DoctorText;
import lossgrid.words.InputTexts;
import lossgrid.words.StepText;
import org.jspecify.annotations.Nullable;

/** Edits the arguments of one encoding step. Each change is an edit. */
final class StepEditor extends VBox {
    private static final int COLUMNS = 22;

    private final Session session;
    private final Messages messages;
    private final int at;
    private final StepKind kind;
    private final StepText texts;
    private final List<Runnable> refreshes = new ArrayList<>();

    /** @param at the step's index in the chain */
    StepEditor(Workspace workspace, int at) {
        session = workspace.session();
        messages = workspace.messages();
        texts = StepText.in(messages.language());
        this.at = at;
        EncodingStep step = session.experiment().encoding().get(at);
        kind = StepKind.of(step);
        getStyleClass().add("option-pane");
        setId("step-editor");
        Label title = SectionNodes.label(texts.name(kind), "option-title");
        getChildren().add(title);
        kind.arguments().forEach(argument -> editor(argument, step).ifPresent(getChildren()::add));
        if (getChildren().size() == 1) {
            getChildren().add(SectionNodes.note(messages.get(DoctorText.STEP_NO_ARGUMENTS), "option-hint"));
        }
        refresh();
    }

    /** Shows the present arguments; returns false if the step no longer exists. */
    boolean refresh() {
        if (present().isEmpty()) {
            return false;
        }
        refreshes.forEach(Runnable::run);
        return true;
    }

    private Optional<EncodingStep> present() {
        List<EncodingStep> chain = session.experiment().encoding();
        return at < chain.size() && StepKind.of(chain.get(at)) == kind ? Optional.of(chain.get(at)) : Optional.empty();
    }

    private void replace(EncodingStep step) {
        session.apply(EncodingChain.replace(session.experiment().encoding(), at, step));
    }

    private Optional<Node> editor(StepArgument argument, EncodingStep step) {
        return switch (argument.form()) {
            case INT32, INT64, REAL, DIMS, TABLE -> Optional.of(field(argument));
            case DTYPE -> Optional.of(choice(argument, List.of(DType.values()), DType.class, DType::torchName));
            case PALETTE -> Optional.of(choice(argument, palettes(argument.in(step)), Palette.class, Palette::name));
            case FLAG -> Optional.empty();
        };
    }

    private Node field(StepArgument argument) {
        CommitField field = new CommitField(id(argument), text -> take(argument, text));
        field.field().setPrefColumnCount(COLUMNS);
        field.field().setAccessibleText(texts.name(kind, argument));
        refreshes.add(() -> present().ifPresent(step -> field.show(StepArguments.text(step, argument))));
        return named(argument, field);
    }

    private static String id(StepArgument argument) {
        return "step-" + argument.name();
    }

    private Node named(StepArgument argument, Node editor) {
        Label label = SectionNodes.label(texts.name(kind, argument), "option-caption");
        return new VBox(label, editor);
    }

    private Optional<String> take(StepArgument argument, String text) {
        Optional<EncodingStep> step = present();
        if (step.isEmpty()) {
            return Optional.empty();
        }
        return switch (StepArguments.with(step.get(), argument, text)) {
            case Parsed.Value<EncodingStep>(var changed) -> {
                replace(changed);
                yield Optional.empty();
            }
            case Parsed.Rejected<EncodingStep> rejected ->
                Optional.of(InputTexts.explain(messages.texts(), rejected, null));
        };
    }

    /** The step's own palette and the well-known ones. */
    private static List<Palette> palettes(@Nullable Object own) {
        return Stream.concat(
                        Stream.ofNullable((Palette) own),
                        Stream.of(BuiltInPalette.values()).map(BuiltInPalette::palette))
                .distinct()
                .toList();
    }

    private <T> Node choice(StepArgument argument, List<T> values, Class<T> type, Function<T, String> name) {
        ComboBox<T> box = box(id(argument), values, name);
        box.setAccessibleText(texts.name(kind, argument));
        refreshes.add(() -> present().ifPresent(step -> box.setValue(type.cast(argument.in(step)))));
        box.setOnAction(_ -> present()
                .filter(step -> !Objects.equals(argument.in(step), box.getValue()))
                .ifPresent(step -> replace(argument.with(step, box.getValue()))));
        return named(argument, box);
    }

    private static <T> ComboBox<T> box(String id, List<T> values, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }
}
