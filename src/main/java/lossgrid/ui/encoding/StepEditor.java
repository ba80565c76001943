package lossgrid.ui.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import lossgrid.model.edit.StepArguments.Argument;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Palette;
import lossgrid.model.encoding.StepKind;
import lossgrid.model.text.Parsed;
import lossgrid.ui.control.CommitField;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.InputTexts;
import lossgrid.words.StepTexts;
import lossgrid.words.Text;

/** Edits the arguments of one encoding step. Each change is an edit. */
final class StepEditor extends VBox {
    private static final int COLUMNS = 22;

    private final Session session;
    private final Messages messages;
    private final int at;
    private final StepKind kind;
    private final List<Runnable> refreshes = new ArrayList<>();

    /** @param at the step's index in the chain */
    StepEditor(Workspace workspace, int at) {
        session = workspace.session();
        messages = workspace.messages();
        this.at = at;
        EncodingStep step = session.experiment().encoding().get(at);
        kind = StepKind.of(step);
        getStyleClass().add("option-pane");
        setId("step-editor");
        Label title = new Label(messages.get(StepTexts.name(kind)));
        title.getStyleClass().add("option-title");
        getChildren().add(title);
        choice(plain(step)).ifPresent(getChildren()::add);
        for (Argument argument : StepArguments.of(step)) {
            getChildren().add(field(argument));
        }
        if (getChildren().size() == 1) {
            getChildren().add(SectionNodes.note(messages.get(Text.STEP_NO_ARGUMENTS), "option-hint"));
        }
        refresh();
    }

    private static EncodingStep plain(EncodingStep step) {
        return step instanceof EncodingStep.Skipped(var off) ? off : step;
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

    private Node field(Argument argument) {
        String id = "step-" + argument.name().toLowerCase(Locale.ROOT);
        CommitField field = new CommitField(id, text -> take(argument, text));
        field.field().setPrefColumnCount(COLUMNS);
        String name = messages.get(StepTexts.name(argument));
        field.field().setAccessibleText(name);
        refreshes.add(() -> present().ifPresent(step -> field.show(StepArguments.text(step, argument))));
        return named(name, field);
    }

    private static Node named(String name, Node editor) {
        Label label = new Label(name);
        label.getStyleClass().add("option-caption");
        return new VBox(label, editor);
    }

    private Optional<String> take(Argument argument, String text) {
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

    private Optional<Node> choice(EncodingStep step) {
        if (step instanceof EncodingStep.ColorsToIndices(var palette, long _)) {
            return Optional.of(palettes(palette));
        }
        return step instanceof EncodingStep.Cast ? Optional.of(dtypes()) : Optional.empty();
    }

    private Node dtypes() {
        ComboBox<DType> box = box("step-dtype", List.of(DType.values()), DType::torchName);
        box.setAccessibleText("dtype");
        refreshes.add(() -> present().ifPresent(step -> {
            if (plain(step) instanceof EncodingStep.Cast(var dtype)) {
                box.setValue(dtype);
            }
        }));
        box.setOnAction(_ -> {
            if (present()
                    .filter(step -> !plain(step).equals(new EncodingStep.Cast(box.getValue())))
                    .isPresent()) {
                replace(new EncodingStep.Cast(box.getValue()));
            }
        });
        return named("dtype", box);
    }

    /** The step's own palette and the well-known ones. */
    private Node palettes(Palette own) {
        List<Palette> palettes = Stream.concat(
                        Stream.of(own), Stream.of(BuiltInPalette.values()).map(BuiltInPalette::palette))
                .distinct()
                .toList();
        ComboBox<Palette> box = box("step-palette", palettes, Palette::name);
        String name = messages.get(Text.PALETTE);
        box.setAccessibleText(name);
        refreshes.add(() -> present().ifPresent(step -> {
            if (plain(step) instanceof EncodingStep.ColorsToIndices(var palette, long _)) {
                box.setValue(palette);
            }
        }));
        box.setOnAction(_ -> present().ifPresent(step -> {
            if (plain(step) instanceof EncodingStep.ColorsToIndices(var palette, long unknown)
                    && !palette.equals(box.getValue())) {
                replace(new EncodingStep.ColorsToIndices(box.getValue(), unknown));
            }
        }));
        return named(name, box);
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
