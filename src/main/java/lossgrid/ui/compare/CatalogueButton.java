package lossgrid.ui.compare;

import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.keys.Shortcut;
import lossgrid.ui.session.Screen;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.DoctorText;

/** “Compare…”: opens the catalogue of mistakes, and compares the chosen one. */
public final class CatalogueButton extends Button {
    private final ViewState view;
    private final PopoverLayer popovers;
    private final ScrollPane pane;

    public CatalogueButton(Workspace workspace, PopoverLayer popovers) {
        view = workspace.view();
        this.popovers = popovers;
        Messages messages = workspace.messages();
        setId("catalogue");
        textProperty().bind(messages.bind(DoctorText.COMPARE_CATALOGUE));
        Shortcut.COMPARE.explain(this, messages);
        setMinWidth(Region.USE_PREF_SIZE);
        pane = MistakeList.scrolling(new MistakeList(messages, "catalogue", mistake -> {
            popovers.close();
            view.comparing().showMistake(mistake);
        }));
        setOnAction(_ -> popovers.toggle(this, pane));
        view.screenProperty().subscribe(screen -> SectionNodes.show(this, screen == Screen.DOCTOR));
    }

    /** Opens the catalogue, on any screen, or closes it. */
    public void toggle() {
        view.leavePresentation();
        view.screenProperty().set(Screen.DOCTOR);
        popovers.toggle(this, pane);
    }
}
