package lossgrid.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import lossgrid.io.messages.MessageFamily;
import lossgrid.io.messages.Recognition;
import lossgrid.io.messages.Wording;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.words.CatalogueText;
import lossgrid.words.DoctorText;

/** The meaning of a message of PyTorch, advice, and the mistakes that cause it, one of which is chosen. */
final class Explanation extends VBox {
    private final Messages messages;
    private final CatalogueText text;
    private final ReadOnlyObjectWrapper<Optional<Mistake>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());

    Explanation(Messages messages) {
        this.messages = messages;
        text = CatalogueText.in(messages.language());
        setId("explanation");
        getStyleClass().add("explanation");
    }

    /** The mistake whose experiment can be opened. */
    ReadOnlyObjectProperty<Optional<Mistake>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Shows nothing. */
    void clear() {
        getChildren().clear();
        chosen.set(Optional.empty());
    }

    void show(Recognition recognition) {
        clear();
        switch (recognition) {
            case Recognition.Recognized recognized -> show(recognized);
            case Recognition.NotRecognized(var nearest) -> {
                add(messages.get(DoctorText.EXPLAIN_UNKNOWN), "unknown");
                nearest.ifPresent(family -> {
                    add(messages.get(DoctorText.EXPLAIN_NEAREST, text.title(family)), "title");
                    explain(family, Map.of());
                });
            }
        }
    }

    private void show(Recognition.Recognized recognized) {
        add(text.title(recognized.family()), "title").setId("explanation-title");
        Label words = add(recognized.words(), "words");
        words.getStyleClass().add("mono");
        words.setId("explanation-words");
        add(facts(recognized), "facts").setId("explanation-facts");
        explain(recognized.family(), recognized.values());
    }

    private void explain(MessageFamily family, Map<String, String> values) {
        add(text.why(family), "why").setId("explanation-why");
        add(messages.get(DoctorText.EXPLAIN_ADVICE), "heading");
        add(text.advice(family), "advice").setId("explanation-advice");
        List<Mistake> mistakes = family.mistakes(values);
        if (!mistakes.isEmpty()) {
            add(
                    messages.get(family.isReproduced() ? DoctorText.EXPLAIN_CAUSES : DoctorText.EXPLAIN_NEAR_CAUSES),
                    "heading");
            addCauses(mistakes);
        }
    }

    /** The exception, the devices and versions with this wording, and its values. */
    private String facts(Recognition.Recognized recognized) {
        Wording wording = recognized.wording();
        List<String> facts = new ArrayList<>(List.of(wording.type(), versions(wording)));
        switch (wording.device()) {
            case CPU -> facts.add(messages.get(DoctorText.EXPLAIN_CPU));
            case CUDA -> facts.add(messages.get(DoctorText.EXPLAIN_CUDA));
            case ANY -> {}
        }
        recognized
                .values()
                .forEach((name, value) -> facts.add(text.valueName(name).orElse(name) + " " + value));
        return String.join(" · ", facts);
    }

    private String versions(Wording wording) {
        return wording.until()
                .map(until -> until.equals(wording.since())
                        ? messages.get(DoctorText.EXPLAIN_VERSION, until)
                        : messages.get(DoctorText.EXPLAIN_VERSIONS, wording.since(), until))
                .orElseGet(() -> messages.get(DoctorText.EXPLAIN_VERSIONS_FROM, wording.since()));
    }

    private void addCauses(List<Mistake> mistakes) {
        ToggleGroup group = new ToggleGroup();
        for (Mistake mistake : mistakes) {
            RadioButton cause = new RadioButton(text.title(mistake));
            cause.setId("cause-" + mistake.key());
            cause.setToggleGroup(group);
            cause.setWrapText(true);
            cause.setMinHeight(USE_PREF_SIZE);
            cause.selectedProperty().subscribe(isSelected -> {
                if (isSelected) {
                    chosen.set(Optional.of(mistake));
                }
            });
            getChildren().add(cause);
            add(text.wrong(mistake) + " → " + text.right(mistake), "cause");
        }
        group.selectToggle(group.getToggles().getFirst());
    }

    private Label add(String words, String styleClass) {
        Label note = SectionNodes.note(words, styleClass);
        getChildren().add(note);
        return note;
    }
}
