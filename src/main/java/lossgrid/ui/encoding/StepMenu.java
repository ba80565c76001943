package lossgrid.ui.encoding;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lossgrid.core.array.LabelArray;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Stage;
import lossgrid.model.edit.StepCatalogue;
import lossgrid.model.encoding.ColorsToIndices;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.StepKind;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.DoctorText;
import lossgrid.words.StepText;

/** “Add step”: every kind of step, with arguments that make sense for the labels before it. */
final class StepMenu extends MenuButton {
    private final Workspace workspace;
    private final String id;
    private final Consumer<EncodingStep> add;

    /** @param ids the prefix of its nodes' ids */
    StepMenu(Workspace workspace, String ids, Consumer<EncodingStep> add) {
        this.id = ids + "step-add";
        this.workspace = workspace;
        this.add = add;
        setId(id);
        textProperty().bind(workspace.messages().bind(DoctorText.STEP_ADD));
        setMinWidth(USE_PREF_SIZE);
        setOnHidden(_ -> getItems().clear());
    }

    @Override
    public void show() {
        fill();
        super.show();
    }

    private void fill() {
        Analysis analysis = workspace.session().analysis();
        StepCatalogue catalogue = StepCatalogue.of(before(analysis), analysis.experiment());
        StepText texts = StepText.in(workspace.messages().language());
        getItems().clear();
        for (StepKind kind : StepKind.values()) {
            if (kind == StepKind.SELECT || kind == StepKind.CAST) {
                getItems().add(new SeparatorMenuItem());
            }
            String item = id + "-" + kind.key();
            String name = texts.name(kind);
            if (kind == StepKind.COLORS_TO_INDICES) {
                getItems().add(palettes(item, name, () -> catalogue.step(kind)));
            } else {
                getItems().add(item(item, name, () -> catalogue.step(kind)));
            }
        }
    }

    private MenuItem item(String id, String name, Supplier<EncodingStep> step) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setId(id);
        item.setOnAction(_ -> add.accept(step.get()));
        return item;
    }

    private Menu palettes(String id, String name, Supplier<EncodingStep> own) {
        Menu menu = new Menu(name);
        menu.setId(id);
        menu.getItems().add(item(id + "-own", workspace.messages().get(DoctorText.PALETTE_OWN), own));
        for (BuiltInPalette known : BuiltInPalette.values()) {
            menu.getItems().add(item(id + "-" + known.id(), known.palette().name(), () -> {
                long ignored = workspace.session().experiment().options().ignoreIndex();
                return new ColorsToIndices(known.palette(), ignored);
            }));
        }
        return menu;
    }

    /** The labels after the last step that could be computed. */
    private static LabelArray before(Analysis analysis) {
        LabelArray last = analysis.experiment().labels();
        for (Stage<LabelArray> stage : analysis.encodingSteps()) {
            last = stage.value().orElse(last);
        }
        return last;
    }
}
